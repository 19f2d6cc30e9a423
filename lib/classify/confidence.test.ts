import { expect, test } from "vitest";
import { confidenceOf } from "./confidence.ts";

test("a longer lead is never less sure, and nothing is certain", () => {
  const steps = Array.from({ length: 60 }, (_, index) => confidenceOf(index / 2 - 10));
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps[0]).toBe(0.5);
  expect(steps.at(-1)).toBeLessThan(1);
});
