import type { Instant, Interval } from "../time/instant.ts";
import type { Stretch } from "./span-view.ts";

/**
 * `known`: one interval. `off`: known not to be so (not running, another address). `unknown`: nobody knows. `several`:
 * too many short ones to draw each.
 */
export type SegmentKind = "known" | "off" | "unknown" | "several";
/** A drawn part of a strip: `x` and `width` in percent of its length. `index` is that of the interval it draws. */
export type Segment = {
  kind: SegmentKind;
  x: number;
  width: number;
  from: Instant;
  to: Instant;
  index: number | null;
  /** The interval goes on beyond the stretch, or has no known end. */
  open: boolean;
};
/** What it means where no interval is: before the first of them, and after that. */
export type Holes = { before: SegmentKind; after: SegmentKind };

/** More are drawn together: a page stays small whatever a log holds. */
const MAX_SEGMENTS = 240;
const NARROW = 0.4;

/** The intervals as segments that fill the stretch from end to end, in order; where two overlap the earlier goes first. */
export function stripOf(intervals: readonly Interval[], stretch: Stretch, holes: Holes): Segment[] {
  const segments: Segment[] = [];
  const ordered = intervals
    .map((interval, index) => ({ interval, index }))
    .sort((a, b) => a.interval.from - b.interval.from);
  const hole = (from: Instant, to: Instant, kind: SegmentKind) => {
    if (from < to) segments.push(segment({ kind, from, to, index: null, open: false }, stretch));
  };
  let reached = stretch.from;
  let missing = holes.before;
  for (const { interval, index } of ordered) {
    const ends = interval.to ?? Number.POSITIVE_INFINITY;
    if (interval.from >= stretch.to) break;
    const [from, to] = [Math.max(interval.from, reached), Math.min(ends, stretch.to)];
    hole(reached, from, missing);
    missing = holes.after;
    if (from >= to) continue;
    const open = interval.to === null || ends > stretch.to;
    segments.push(segment({ kind: "known", from, to, index, open }, stretch));
    reached = to;
  }
  hole(reached, stretch.to, missing);
  return segments.length > MAX_SEGMENTS ? gathered(segments) : segments;
}

/** How much of the stretch the segments of a kind take, 0 to 1. */
export function shareOf(segments: readonly Segment[], kind: SegmentKind): number {
  return segments.reduce((sum, each) => sum + (each.kind === kind ? each.width : 0), 0) / 100;
}

/** Where a moment lies on the strip, in percent; null when it lies outside. */
export function placeOf(at: Instant, { from, to }: Stretch): number | null {
  return at < from || at > to ? null : rounded(((at - from) / (to - from)) * 100);
}

type Bare = Omit<Segment, "x" | "width">;

function segment(bare: Bare, { from, to }: Stretch): Segment {
  const scale = 100 / (to - from);
  const x = rounded((bare.from - from) * scale);
  return { ...bare, x, width: rounded((bare.to - from) * scale - x) };
}

/** Runs of narrow neighbours become one segment each; wide ones stay as they are. */
function gathered(segments: readonly Segment[]): Segment[] {
  const drawn: Segment[] = [];
  for (const each of segments) {
    const last = drawn.at(-1);
    const joins = last?.kind === "several" || (last !== undefined && last.width < NARROW);
    if (last === undefined || each.width >= NARROW || !joins || last.width >= 2 * NARROW)
      drawn.push(each);
    else {
      const width = rounded(each.x + each.width - last.x);
      drawn[drawn.length - 1] = { ...last, kind: "several", index: null, width, to: each.to };
    }
  }
  return drawn;
}

function rounded(percent: number): number {
  return Math.round(percent * 1000) / 1000;
}
