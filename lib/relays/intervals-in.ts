import type { Instant, Interval } from "../time/instant.ts";

/** A stretch of time a complaint speaks of; both ends belong to it. */
export type TimeWindow = { earliest: Instant; latest: Instant };

/**
 * How known intervals stand to a window. `covered`: they fill it without a hole. `partly`: they touch it. `ended`: an
 * earlier one is known to have ended and none touches it. `before`: the window lies before the first of them, and when
 * something was first seen is not when it began. `none`: nothing is known at all.
 */
export type Standing = "covered" | "partly" | "ended" | "before" | "none";

/** The intervals that touch the window, in order of time, and how they stand to it. Gaps stay gaps. */
export function intervalsIn<T extends Interval>(
  intervals: readonly T[],
  window: TimeWindow,
): { found: T[]; standing: Standing } {
  const found = intervals
    .filter((interval) => touches(interval, window))
    .sort((a, b) => a.from - b.from);
  return { found, standing: standing(intervals, found, window) };
}

function touches(interval: Interval, window: TimeWindow): boolean {
  return interval.from <= window.latest && (interval.to === null || window.earliest < interval.to);
}

function standing(all: readonly Interval[], found: readonly Interval[], window: TimeWindow) {
  if (all.length === 0) return "none";
  if (found.length > 0) return fills(found, window) ? "covered" : "partly";
  return all.some((interval) => interval.from <= window.latest) ? "ended" : "before";
}

/** `sorted` by `from`; an interval's `to` is exclusive, so the next one may begin exactly there. */
function fills(sorted: readonly Interval[], window: TimeWindow): boolean {
  let reached = window.earliest;
  for (const interval of sorted) {
    if (interval.from > reached) return false;
    if (interval.to === null) return true;
    reached = Math.max(reached, interval.to);
  }
  return reached > window.latest;
}
