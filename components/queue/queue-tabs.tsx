import Link from "next/link";

export type QueueTab = { id: string; label: string; count: string };

/** The queue split by what has to be decided. Plain links: they work everywhere and can be bookmarked. */
export function QueueTabs({ tabs, current }: { tabs: QueueTab[]; current: string }) {
  return (
    <nav aria-label="Queue" className="mb-4 flex flex-wrap gap-1 border-base-300 border-b">
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          href={`/queue?tab=${tab.id}`}
          prefetch={false}
          aria-current={tab.id === current ? "page" : undefined}
          className="-mb-px border-transparent border-b-2 px-3 py-2 hover:bg-base-200 aria-[current=page]:border-primary aria-[current=page]:font-semibold"
        >
          {tab.label} <span className="text-sm tabular-nums opacity-80">{tab.count}</span>
        </Link>
      ))}
    </nav>
  );
}
