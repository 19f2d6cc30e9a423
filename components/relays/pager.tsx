import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";

type Props = { page: number; pages: number; href: (page: number) => string };

/** The way to the pages beside this one; nothing when there is one page. */
export function Pager({ page, pages, href }: Props) {
  if (pages <= 1) return null;
  return (
    <nav
      aria-label={words().relays.pages}
      className="mt-3 flex flex-wrap items-center gap-4 text-sm"
    >
      {page > 1 ? <a href={href(page - 1)}>{words().relays.previous}</a> : null}
      <span>{rich(words().relays.page, { page, pages })}</span>
      {page < pages ? <a href={href(page + 1)}>{words().relays.next}</a> : null}
    </nav>
  );
}
