import { expect, test } from "vitest";
import { confidenceOf } from "./confidence.ts";
import { type Example, fitConfidence } from "./fit-confidence.ts";
import type { Signs } from "./signs.ts";

function signs(lead: number): Signs {
  return { path: "direct", lead, score: lead + 5, rules: 3, structural: false, overheard: false };
}

/** `right` of 100 answers with this lead were right. */
function hundred(lead: number, right: number): Example[] {
  return Array.from({ length: 100 }, (_, index) => ({
    signs: signs(lead),
    isRight: index < right,
  }));
}

test("the confidence is about the share of right answers", () => {
  const calibration = fitConfidence([...hundred(1, 60), ...hundred(30, 99)]);
  expect(confidenceOf(signs(1), calibration)).toBeCloseTo(0.6, 1);
  expect(confidenceOf(signs(30), calibration)).toBeCloseTo(0.97, 1);
});

test("where one in ten is wrong whatever the signs, nothing is sure", () => {
  expect(fitConfidence([...hundred(1, 90), ...hundred(30, 90)]).sure).toBe(1);
});

test("where long leads are always right, they are sure and short ones are not", () => {
  const calibration = fitConfidence([
    ...hundred(1, 60),
    ...hundred(20, 100),
    ...hundred(30, 100),
    ...hundred(40, 100),
  ]);
  expect(confidenceOf(signs(40), calibration)).toBeGreaterThanOrEqual(calibration.sure);
  expect(confidenceOf(signs(1), calibration)).toBeLessThan(calibration.sure);
});

test("without examples nothing is sure", () => {
  expect(fitConfidence([]).sure).toBe(1);
});
