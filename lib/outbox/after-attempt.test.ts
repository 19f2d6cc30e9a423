import { expect, test } from "vitest";
import { afterAttempt, stillOpen } from "./after-attempt.ts";
import type { Verdict, Verdicts } from "./smtp-answer.ts";

const NOW = Date.UTC(2026, 0, 2);
const verdict = (state: Verdict["state"]): Verdict => ({ state, answer: `${state}.` });
const plan = (verdicts: Verdicts, attempts = 1, since = NOW) =>
  afterAttempt({ verdicts, attempts, since, now: NOW });

test.each<[Verdict["state"][], string]>([
  [["sent"], "sent"],
  [["failed"], "failed"],
  [["retry"], "queued"],
  [["unknown"], "unknown"],
  [["sent", "failed"], "sent"],
  [["sent", "retry"], "queued"],
  [["failed", "retry"], "queued"],
  [["unknown", "retry"], "unknown"],
  [["unknown", "sent"], "unknown"],
])("recipients %j make a letter %s", (states, expected) => {
  const verdicts = Object.fromEntries(states.map((state, n) => [`${n}@x`, verdict(state)]));
  expect(plan(verdicts).state).toBe(expected);
});

test.each([
  [1, 1],
  [2, 5],
  [3, 15],
  [4, 60],
  [5, 240],
  [50, 240],
])("after attempt %i the next comes in %i minutes", (attempts, minutes) => {
  expect(plan({ x: verdict("retry") }, attempts).notBefore).toBe(NOW + minutes * 60_000);
});

test("after two days it is given up, with the last answer", () => {
  const late = plan({ x: verdict("retry"), y: verdict("sent") }, 9, NOW - 47 * 3_600_000);
  expect(late.state).toBe("sent");
  expect(late.verdicts["x"]?.state).toBe("failed");
  expect(late.answer).toContain("Given up after two days. Last answer: retry.");
});

test("where recipients differ, the answer names them", () => {
  expect(plan({ "a@x": verdict("failed"), "b@x": verdict("sent") }).answer).toBe(
    "a@x refused: failed.; b@x took it: sent.",
  );
});

test("only recipients without a last word are tried again", () => {
  const verdicts = { a: verdict("sent"), b: verdict("retry"), c: verdict("failed") };
  expect(stillOpen(["a", "b", "c", "d"], verdicts)).toEqual(["b", "d"]);
});
