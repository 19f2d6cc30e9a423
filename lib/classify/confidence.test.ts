import { expect, test } from "vitest";
import { CALIBRATION } from "./calibration.ts";
import { confidenceOf, features, isSure } from "./confidence.ts";
import type { Signs } from "./signs.ts";

const SIGNS: Signs = {
  path: "direct",
  lead: 12,
  score: 25,
  rules: 5,
  structural: true,
  overheard: false,
};

test("a longer lead never makes an answer less sure", () => {
  const leads = [0, 1, 2, 4, 8, 16, 32].map((lead) => confidenceOf({ ...SIGNS, lead }));
  expect(leads).toEqual(leads.toSorted((a, b) => a - b));
  expect(confidenceOf({ ...SIGNS, lead: 0 })).toBeLessThan(confidenceOf(SIGNS));
});

test("many rules with a long lead and a machine's format are sure; a guess is not", () => {
  expect(isSure(confidenceOf({ ...SIGNS, lead: 30, score: 50, rules: 8 }))).toBe(true);
  expect(isSure(confidenceOf({ ...SIGNS, path: "unknown", lead: 0, score: 0, rules: 0 }))).toBe(
    false,
  );
});

test("what families of words decided is never sure", () => {
  expect(isSure(confidenceOf({ ...SIGNS, lead: 40, score: 60, overheard: true }))).toBe(false);
});

test("a kind that nothing named is too uncertain for a ready answer, see lib/cases/decide-case.ts", () => {
  expect(confidenceOf({ ...SIGNS, path: "unknown", lead: 4, rules: 0 })).toBeLessThan(0.5);
});

test("nothing is certain, and every feature has its weight", () => {
  expect(confidenceOf({ ...SIGNS, lead: 1e9, score: 1e9, rules: 1e9 })).toBeLessThan(1);
  expect(CALIBRATION.weights).toHaveLength(features(SIGNS).length);
  expect(CALIBRATION.sure).toBeGreaterThan(0.9);
});
