import { expect, test } from "vitest";
import { withGaps } from "./with-gaps.ts";

/** `1-5` for an interval, `?1-5` for a gap; nothing stands for an open end. */
function told(...intervals: [number, number | null][]): string {
  return withGaps(intervals.map(([from, to]) => ({ from, to })))
    .map(({ known, gap }) =>
      known ? `${known.from}-${known.to ?? ""}` : `?${gap?.from ?? ""}-${gap?.to ?? ""}`,
    )
    .join(" ");
}

test.each<[string, [number, number | null][], string]>([
  ["nothing at all", [], ""],
  ["still going on", [[10, null]], "?-10 10-"],
  ["ended", [[10, 20]], "?-10 10-20 ?20-"],
  [
    "a hole between two",
    [
      [30, null],
      [10, 20],
    ],
    "?-10 10-20 ?20-30 30-",
  ],
  [
    "one right after the other",
    [
      [10, 20],
      [20, 30],
    ],
    "?-10 10-20 20-30 ?30-",
  ],
  [
    "two at once, the shorter inside the longer",
    [
      [10, 50],
      [20, 30],
      [60, 70],
    ],
    "?-10 10-50 20-30 ?50-60 60-70 ?70-",
  ],
  [
    "one that never ended beside another",
    [
      [10, null],
      [20, 30],
    ],
    "?-10 10- 20-30",
  ],
])("%s", (_what, intervals, wanted) => {
  expect(told(...intervals)).toBe(wanted);
});
