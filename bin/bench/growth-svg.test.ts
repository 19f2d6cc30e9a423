import { expect, test } from "vitest";
import { growthSvg, slopeOf } from "./growth-svg.ts";

const at = (values: number[]) => values.map((value, n) => ({ cases: 10 ** (n + 3), value }));

test.each([
  ["what stays the same has none", [5, 5, 5], 0],
  ["what doubles with each tenfold", [1, 2, 4], Math.log10(2)],
  ["what grows as the desk does has 1", [1, 10, 100], 1],
])("the slope: %s", (_, values, slope) => {
  expect(slopeOf(at(values))).toBeCloseTo(slope);
});

test("each curve is drawn through all its points and named with its slope", () => {
  const svg = growthSvg([
    { name: "queue", unit: "x", points: at([1, 1, 1]), slope: 0 },
    { name: "search", unit: "ms", points: at([1, 2, 3]), slope: 0.24 },
  ]);
  expect(svg.match(/<circle/g)).toHaveLength(6);
  expect(svg).toContain("queue (slope 0.00)");
  expect(svg).toContain("search (slope 0.24)");
  expect(svg).not.toContain("NaN");
});
