import { expect, test } from "vitest";
import { beginnings, spanOf } from "./tenure-span.ts";

const HOUR = 3600 * 1000;

test.each([
  { hours: 0, span: 0 },
  { hours: 1, span: 0 },
  { hours: 1.001, span: 1 },
  { hours: 8, span: 1 },
  { hours: 9, span: 2 },
  { hours: 24 * 365 * 29, span: 6 },
  { hours: 24 * 365 * 80, span: 7 },
])("$hours hours are class $span", ({ hours, span }) => {
  expect(spanOf({ from: 0, to: hours * HOUR })).toBe(span);
});

test("an interval that covers a moment began after what its class says, at every length", () => {
  for (let hours = 1; hours < 400_000; hours = Math.ceil(hours * 1.07)) {
    const interval = { from: 0, to: hours * HOUR };
    const last = interval.to - 1;
    const { after } = beginnings(last)[spanOf(interval)] ?? { after: Number.POSITIVE_INFINITY };
    expect(after === null || after < interval.from, `${hours} hours`).toBe(true);
  }
  expect(beginnings(0)[spanOf({ from: 0, to: null })]?.after).toBeNull();
});
