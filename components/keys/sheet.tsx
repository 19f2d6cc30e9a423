import type { ReactNode } from "react";

type Props = { id: string; opener: string; title: string; close: string; children: ReactNode };

/** A sheet over the page with the button that opens it. The browser itself opens and closes it, without scripts too. */
export function Sheet({ id, opener, title, close, children }: Props) {
  return (
    <>
      <button type="button" className="btn btn-ghost btn-sm" popoverTarget={id}>
        {opener}
      </button>
      <section id={id} popover="auto" className="sheet" aria-labelledby={`${id}-title`}>
        <header className="mb-3 flex items-baseline justify-between gap-3">
          <h2 id={`${id}-title`} className="text-base font-semibold">
            {title}
          </h2>
          <button
            type="button"
            className="btn btn-ghost btn-sm"
            popoverTarget={id}
            popoverTargetAction="hide"
          >
            {close}
          </button>
        </header>
        {children}
      </section>
    </>
  );
}
