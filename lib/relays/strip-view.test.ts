import { expect, test } from "vitest";
import { placeOf, shareOf, stripOf } from "./strip-view.ts";

const STRETCH = { from: 1000, to: 2000 };
const HOLES = { before: "unknown", after: "off" } as const;

function drawn(intervals: { from: number; to: number | null }[]) {
  return stripOf(intervals, STRETCH, HOLES).map(
    ({ kind, x, width, index, open }) => `${kind} ${x}+${width} #${index}${open ? " open" : ""}`,
  );
}

test.each([
  ["nothing known", [], ["unknown 0+100 #null"]],
  [
    "one inside: not known before it, off after it",
    [{ from: 1250, to: 1500 }],
    ["unknown 0+25 #null", "known 25+25 #0", "off 50+50 #null"],
  ],
  ["one that covers all", [{ from: 0, to: 5000 }], ["known 0+100 #0 open"]],
  ["still so", [{ from: 1500, to: null }], ["unknown 0+50 #null", "known 50+50 #0 open"]],
  ["one that ended before", [{ from: 0, to: 500 }], ["off 0+100 #null"]],
  ["one that ends as it begins to be shown", [{ from: 0, to: 1000 }], ["off 0+100 #null"]],
  ["one that begins later", [{ from: 2000, to: 3000 }], ["unknown 0+100 #null"]],
  [
    "two that touch",
    [
      { from: 1500, to: 2000 },
      { from: 1000, to: 1500 },
    ],
    ["known 0+50 #1", "known 50+50 #0"],
  ],
  [
    "two that overlap: the earlier goes first, none of the time is drawn twice",
    [
      { from: 1000, to: 1600 },
      { from: 1400, to: 1800 },
    ],
    ["known 0+60 #0", "known 60+20 #1", "off 80+20 #null"],
  ],
  [
    "one within another",
    [
      { from: 1000, to: null },
      { from: 1400, to: 1800 },
    ],
    ["known 0+100 #0 open"],
  ],
])("strip: %s", (_name, intervals, wanted) => {
  expect(drawn(intervals)).toEqual(wanted);
});

test("a relay that restarts ten thousand times is drawn in few segments, from end to end, gaps and all", () => {
  const restarts = Array.from({ length: 10_000 }, (_, index) => ({
    from: 1000 + index / 20,
    to: 1000 + index / 20 + 0.03,
  }));
  const segments = stripOf(restarts, STRETCH, HOLES);
  expect(segments.length).toBeLessThan(250);
  expect(segments.some(({ kind }) => kind === "several")).toBe(true);
  let reached = 0;
  for (const { x, width } of segments) {
    expect(x).toBeCloseTo(reached, 2);
    reached = x + width;
  }
  expect(reached).toBeCloseTo(100, 2);
  expect(segments.at(-1)).toMatchObject({ kind: "off", to: 2000 });
  expect(shareOf(segments, "off")).toBeCloseTo(0.5, 1);
});

test("a moment outside the stretch has no place on it", () => {
  expect(placeOf(999, STRETCH)).toBeNull();
  expect(placeOf(1000, STRETCH)).toBe(0);
  expect(placeOf(1333, STRETCH)).toBe(33.3);
  expect(placeOf(2001, STRETCH)).toBeNull();
});
