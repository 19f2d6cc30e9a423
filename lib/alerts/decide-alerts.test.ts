import { expect, test } from "vitest";
import { type AlertFacts, alertCauses, decideAlerts } from "./decide-alerts.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 4, 1, 12);
const QUIET: AlertFacts = {
  mailboxes: [],
  waitingSince: null,
  quarantined: [],
  deadlines: [],
  sealed: [],
  letters: [],
};
const box = (lookedAt: number) => ({ mailboxes: [{ id: "m", lookedAt }] });

test.each<[string, Partial<AlertFacts>, string[]]>([
  ["nothing is wrong", {}, []],
  ["a mailbox looked at a moment before the limit", box(NOW - 30 * MINUTE + 1), []],
  ["a mailbox not looked at for as long as the limit", box(NOW - 30 * MINUTE), ["mailbox:m"]],
  ["a clock that was set back", box(NOW + HOUR), []],
  ["a mail that waits a moment less than the limit", { waitingSince: NOW - 30 * MINUTE + 1 }, []],
  ["a mail that waits that long", { waitingSince: NOW - 30 * MINUTE }, ["waiting"]],
  ["a mail that cannot be read", { quarantined: ["q"] }, ["quarantine:q"]],
  ["a deadline a moment too far", { deadlines: [{ id: "c", at: NOW + 4 * HOUR + 1 }] }, []],
  [
    "a deadline that nears and one that has passed",
    { deadlines: [NOW + 4 * HOUR, NOW - HOUR].map((at) => ({ id: "c", at })) },
    [`deadline:c@${NOW + 4 * HOUR}`, `deadline:c@${NOW - HOUR}`],
  ],
  ["a sealed case", { sealed: ["s"] }, ["sealed:s"]],
  ["a letter that failed", { letters: ["o"] }, ["letter:o"]],
])("%s", (_, facts, keys) => {
  expect(alertCauses({ ...QUIET, ...facts }, NOW).map(({ key }) => key)).toEqual(keys);
});

test("a sealed case, a failed letter and a near deadline sound alike", () => {
  const facts = { sealed: ["s"], letters: ["o"], deadlines: [{ id: "c", at: NOW }] };
  const kinds = alertCauses({ ...QUIET, ...facts }, NOW).map(({ kind }) => kind);
  expect(kinds).toEqual(["due", "due", "due"]);
});

const CAUSES = alertCauses({ ...QUIET, ...box(NOW - HOUR), sealed: ["s"] }, NOW);

test("a cause is told once, and again only after it has ended and come back", () => {
  const both = ["intake", "due"] as const;
  expect(decideAlerts(CAUSES, both, new Set())).toEqual({ fresh: CAUSES, over: [] });
  const told = new Set(CAUSES.map(({ key }) => key));
  expect(decideAlerts(CAUSES, both, told)).toEqual({ fresh: [], over: [] });
  expect(decideAlerts([], both, told)).toEqual({ fresh: [], over: ["mailbox:m", "sealed:s"] });
});

test("nobody is told of what he did not ask for", () => {
  const { fresh } = decideAlerts(CAUSES, ["due"], new Set());
  expect(fresh.map(({ key }) => key)).toEqual(["sealed:s"]);
});
