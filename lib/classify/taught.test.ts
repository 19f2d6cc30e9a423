import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPLAINT_TYPES, type ComplaintType } from "./classification.ts";
import { explain, learn, opinions, type Taught, unlearn, untaught } from "./taught.ts";

const LESSONS: [ComplaintType, string[]][] = [
  ["bruteforce", ["passwords", "gate", "machine"]],
  ["bruteforce", ["passwords", "customer", "machine"]],
  ["bruteforce", ["passwords", "night", "machine"]],
  ["bruteforce", ["passwords"]],
  ["bruteforce", ["passwords", "gate"]],
  ["spam_email", ["letters", "machine"]],
  ["spam_email", ["letters", "customer", "machine"]],
  ["spam_email", ["letters", "boots"]],
  ["spam_email", ["letters", "boots", "machine"]],
  ["spam_email", ["boots"]],
];

function lessons(): Taught {
  return LESSONS.reduce((taught, [type, seen]) => learn(taught, seen, type), untaught());
}

test("what was taught is recognised", () => {
  const [first, second] = opinions(lessons(), ["passwords", "house"]);
  expect(first?.type).toBe("bruteforce");
  expect((first?.score ?? 0) - (second?.score ?? 0)).toBeGreaterThan(2);
});

test("who was taught too little, or one type only, has no opinion", () => {
  const one = learn(untaught(), ["passwords"], "bruteforce");
  const many = Array.from({ length: 30 }).reduce<Taught>(
    (taught) => learn(taught, ["passwords"], "bruteforce"),
    one,
  );
  expect(opinions(untaught(), ["passwords"])).toEqual([]);
  expect(opinions(one, ["passwords"])).toEqual([]);
  expect(opinions(many, ["passwords"])).toEqual([]);
});

test("what weighed is named, heaviest first; what every kind shows weighs next to nothing", () => {
  const weights = explain(
    lessons(),
    ["letters", "machine", "passwords", "constructor"],
    "bruteforce",
    "spam_email",
  );
  expect(weights.map(({ seen }) => seen)).toEqual(["passwords", "machine", "letters"]);
  expect(Math.abs(weights[1]?.weight ?? 9)).toBeLessThan((weights[0]?.weight ?? 0) / 3);
});

const aSeen = fc.uniqueArray(fc.constantFrom("a", "b", "c", "constructor", "__proto__"));
const aLesson = fc.tuple(fc.constantFrom(...COMPLAINT_TYPES), aSeen);

test("a lesson taken back leaves no trace, whatever was taught before and after", () => {
  fc.assert(
    fc.property(fc.array(aLesson), aLesson, fc.array(aLesson), (before, [type, seen], after) => {
      const teach = (taught: Taught, list: typeof before) =>
        list.reduce((sum, [one, what]) => learn(sum, what, one), taught);
      const without = teach(teach(untaught(), before), after);
      const within = teach(learn(teach(untaught(), before), seen, type), after);
      expect(unlearn(within, seen, type)).toEqual(without);
    }),
  );
});
