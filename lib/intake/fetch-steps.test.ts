import { expect, test } from "vitest";
import { afterBreak, afterStep, breaksEveryLine, fullPace, nextStep } from "./fetch-steps.ts";

const MB = 1024 * 1024;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const sized = (bytes: number, count = 200) => new Map(upTo(count).map((uid) => [uid, bytes]));

test.each([
  ["small mails, fifty at a time", sized(1_000), 50],
  ["3 MB each, as many as 8 MB hold", sized(3 * MB), 2],
  ["one that is larger than a step, alone", sized(40 * MB), 1],
  ["mails the server gives no size for", new Map<number, number>(), 50],
])("a step: %s", (_, sizes, length) => {
  expect(nextStep(upTo(200), sizes, fullPace())).toEqual(upTo(length));
});

test("nothing left is an empty step", () => {
  expect(nextStep([], new Map(), fullPace())).toEqual([]);
});

test("broken lines make steps smaller, whole ones larger again", () => {
  const pace = fullPace();
  const lengths = upTo(4).map(() => {
    const step = nextStep(upTo(200), sized(1_000), pace);
    afterBreak(pace, step);
    return step.length;
  });
  expect(lengths).toEqual([50, 12, 3, 1]);
  for (const _ of upTo(8)) afterStep(pace);
  expect(pace).toEqual(fullPace());
});

test("only the message that breaks line after line is given up", () => {
  const pace = fullPace();
  for (const _ of upTo(4)) afterBreak(pace, [7]);
  expect(breaksEveryLine(pace, 7)).toBe(false);
  afterBreak(pace, [7]);
  expect(breaksEveryLine(pace, 7)).toBe(true);
  expect(breaksEveryLine(pace, 8)).toBe(false);
  afterStep(pace);
  expect(breaksEveryLine(pace, 7)).toBe(false);
});
