import type { ReactNode } from "react";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { withGaps } from "@/lib/relays/with-gaps.ts";
import type { Interval } from "@/lib/time/instant.ts";

type Known = Interval & { source: string; learnedAt: number };
type Props<T> = {
  intervals: readonly T[];
  /** What to show above the time of one. */
  show?: (interval: T) => ReactNode;
  /** What it means when none covers a stretch that lies between two, or after the last. */
  between: string;
};

/** Intervals by time with their source and age; where nothing is known stands so. */
export function IntervalList<T extends Known>({ intervals, show, between }: Props<T>) {
  if (intervals.length === 0) {
    return <p className="text-sm">Not known. That is not the same as none.</p>;
  }
  return (
    <ol className="flex flex-col gap-2 text-sm">
      {withGaps(intervals).map(({ known, gap }, index) =>
        gap === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once, and two may begin at one moment.
          <li key={index} className="border-l-4 border-success pl-2">
            {show?.(known)}
            <Span from={known.from} to={known.to} />
            <span className="block opacity-80">
              {known.source}, learnt <UtcTime at={known.learnedAt} />
            </span>
          </li>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          <li key={index} className="border-l-4 border-dashed border-warning pl-2">
            {gap.from === null ? "Not known before that" : between}
            {gap.from === null ? null : <Span from={gap.from} to={gap.to} />}
          </li>
        ),
      )}
    </ol>
  );
}

function Span({ from, to }: { from: number; to: number | null }) {
  return (
    <span className="block">
      <UtcTime at={from} /> to {to === null ? "now" : <UtcTime at={to} />}
    </span>
  );
}
