import type { QueueRow as Row } from "@/lib/cases/case.ts";
import { QueueRow } from "./queue-row.tsx";

/** The queue, most urgent first. `now` comes from the server so that pages are the same with and without scripts. */
export function QueueList({ items, now }: { items: Row[]; now: number }) {
  return (
    <ol className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
      {items.map((item) => (
        <QueueRow key={item.id} item={item} now={now} />
      ))}
    </ol>
  );
}
