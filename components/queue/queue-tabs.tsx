import Link from "next/link";
import { words } from "@/components/words/words.ts";
import type { Count, Tab, TabCounts } from "@/lib/cases/queue.ts";
import type { SavedView } from "@/lib/cases/saved-view.ts";

type Props = {
  tabs: readonly Tab[];
  counts: TabCounts;
  views: { view: SavedView; count: Count }[];
  /** Counts stop here. */
  cap: number;
  /** The tab or the view that is shown; null: another filter. */
  current: Tab | { view: string } | null;
};

/** The queue split by what has to be decided, then the person's views. Plain links: they can be bookmarked. */
export function QueueTabs({ tabs, counts, views, cap, current }: Props) {
  const shownView = current !== null && typeof current === "object" ? current.view : null;
  const tab = typeof current === "string" ? current : null;
  return (
    <nav
      aria-label={words().nav.queue}
      className="mb-3 flex flex-wrap gap-1 border-b border-base-300 [&>a]:-mb-px [&>a]:min-w-0 [&>a]:[overflow-wrap:anywhere] [&>a]:border-b-2 [&>a]:border-transparent [&>a]:px-3 [&>a]:py-2 [&>a:hover]:bg-base-200 [&>a[aria-current=page]]:border-primary [&>a[aria-current=page]]:font-semibold [&_span]:text-sm [&_span]:tabular-nums [&_span]:opacity-80"
    >
      {tabs.map((one) => (
        <Link
          key={one}
          href={`/queue?tab=${one}`}
          prefetch={false}
          aria-current={one === tab ? "page" : undefined}
        >
          {words().tabs[one]} <span>{shown(counts[one], cap)}</span>
        </Link>
      ))}
      {views.map(({ view, count }) => (
        <Link
          key={view.id}
          href={`/queue?view=${view.id}`}
          prefetch={false}
          aria-current={view.id === shownView ? "page" : undefined}
        >
          {view.name} <span>{shown(count, cap)}</span>
        </Link>
      ))}
    </nav>
  );
}

function shown({ count, more }: Count, cap: number): string {
  return more ? `${Math.min(count, cap - 1)}+` : String(count);
}
