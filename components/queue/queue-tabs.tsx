import Link from "next/link";
import { words } from "@/components/words/words.ts";
import type { Count, Tab, TabCounts } from "@/lib/cases/queue.ts";

type Props = {
  tabs: readonly Tab[];
  counts: TabCounts;
  /** Counts stop here. */
  cap: number;
  current: Tab;
};

/** The queue split by what has to be decided. Plain links: they work everywhere and can be bookmarked. */
export function QueueTabs({ tabs, counts, cap, current }: Props) {
  return (
    <nav
      aria-label={words().nav.queue}
      className="mb-4 flex flex-wrap gap-1 border-b border-base-300"
    >
      {tabs.map((tab) => (
        <Link
          key={tab}
          href={`/queue?tab=${tab}`}
          prefetch={false}
          aria-current={tab === current ? "page" : undefined}
          className="-mb-px border-b-2 border-transparent px-3 py-2 hover:bg-base-200 aria-[current=page]:border-primary aria-[current=page]:font-semibold"
        >
          {words().tabs[tab]}{" "}
          <span className="text-sm tabular-nums opacity-80">{shown(counts[tab], cap)}</span>
        </Link>
      ))}
    </nav>
  );
}

function shown({ count, more }: Count, cap: number): string {
  return more ? `${Math.min(count, cap - 1)}+` : String(count);
}
