import type { ComplaintType } from "@/lib/classify/classification.ts";
import type { Verdict } from "@/lib/evidence/verdict.ts";
import { QueueRow } from "./queue-row.tsx";

/** What a row of the queue shows; one line when there is room. */
export type QueueItem = {
  id: string;
  ref: string;
  title: string;
  type: ComplaintType;
  confidence: number;
  verdict: Verdict;
  /** "marigold 192.0.2.10:22 → 203.0.113.7"-like line, or null when nothing is known. */
  target: string | null;
  /** Who complains, and through whom. */
  from: string;
  complaints: number;
  decision: string;
  deadlineAt: number | null;
  receivedAt: number;
};

/** The queue: most urgent first. `now` comes from the server so that pages are the same with and without scripts. */
export function QueueList({ items, now }: { items: QueueItem[]; now: number }) {
  return (
    <ol className="rounded-box border-base-300 divide-base-300 divide-y border bg-base-100">
      {items.map((item) => (
        <QueueRow key={item.id} item={item} now={now} />
      ))}
    </ol>
  );
}
