import type { Instant, Interval } from "../time/instant.ts";

/** A stretch nothing is known of. `from: null`: since ever; `to: null`: until now. */
export type Gap = { from: Instant | null; to: Instant | null };

/** The intervals by time, with the stretches between, before and after them that none of them covers. */
export function withGaps<T extends Interval>(
  intervals: readonly T[],
): ({ known: T; gap: null } | { known: null; gap: Gap })[] {
  const rows: ReturnType<typeof withGaps<T>> = [];
  let reached: Instant | null = null;
  let isOpen = false;
  for (const known of intervals.toSorted((a, b) => a.from - b.from)) {
    if (!isOpen && (reached === null || known.from > reached)) {
      rows.push({ known: null, gap: { from: reached, to: known.from } });
    }
    rows.push({ known, gap: null });
    isOpen ||= known.to === null;
    reached = Math.max(reached ?? known.from, known.to ?? known.from);
  }
  if (reached !== null && !isOpen) rows.push({ known: null, gap: { from: reached, to: null } });
  return rows;
}
