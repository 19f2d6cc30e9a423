import Link from "next/link";
import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";
import { day, type Span, type SpanShown } from "@/lib/relays/span-view.ts";

function names(): Record<Span, string> {
  return {
    "30d": words().relays.days30,
    "90d": words().relays.days90,
    year: words().relays.year,
    all: words().relays.everything,
  };
}

/** Which stretch of time the page shows: links for the usual ones, days for any other. */
export function SpanNav({ path, shown }: { path: string; shown: SpanShown }) {
  const own = shown.span === "own";
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
      <nav aria-label={words().relays.timeShown} className="flex flex-wrap gap-1 text-sm">
        {(Object.entries(names()) as [Span, string][]).map(([span, name]) => (
          <Link
            key={span}
            href={`${path}?span=${span}`}
            prefetch={false}
            aria-current={span === shown.span ? "true" : undefined}
            className="rounded-field border border-transparent px-2.5 py-1 hover:bg-base-200 aria-[current=true]:border-base-300 aria-[current=true]:bg-base-200 aria-[current=true]:font-semibold"
          >
            {name}
          </Link>
        ))}
      </nav>
      <form action={path} className="flex flex-wrap items-center gap-2 text-sm">
        <Day name="from" label={words().relays.from} value={own ? day(shown.from) : ""} />
        <Day name="to" label={words().relays.to} value={own ? day(shown.to - 1) : ""} />
        <Button>{words().relays.show}</Button>
      </form>
    </div>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <input type="date" name={name} defaultValue={value} className="input w-38" />
    </label>
  );
}
