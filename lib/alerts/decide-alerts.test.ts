import { expect, test } from "vitest";
import { type AlertFacts, type AlertRules, decideAlerts } from "./decide-alerts.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 4, 1, 12);
const QUIET: AlertFacts = {
  mailboxes: [],
  workerBeatAt: NOW,
  deadlines: [],
  sealedArrivals: [],
  quarantined: [],
  outboxUnknown: [],
};
const RULES: AlertRules = {
  on: {
    "intake-silent": true,
    "worker-gone": true,
    "deadline-near": true,
    "sealed-arrived": true,
    quarantined: true,
    "outbox-unknown": true,
  },
  silentAfterMs: 30 * MINUTE,
  beforeDeadlineMs: 4 * HOUR,
};
const box = (lookedAt: number | null, more = {}) => ({
  mailboxes: [{ cause: "m", enabled: true, lookedAt, since: NOW - HOUR, ...more }],
});

test.each<[string, Partial<AlertFacts>, string[]]>([
  ["nothing is wrong", {}, []],
  ["a mailbox looked at a moment before the limit", box(NOW - 30 * MINUTE + 1), []],
  ["a mailbox not looked at for as long as the limit", box(NOW - 30 * MINUTE), ["intake-silent:m"]],
  ["a mailbox never looked at since it was added", box(null), ["intake-silent:m"]],
  ["a mailbox added just now", box(null, { since: NOW }), []],
  ["a mailbox that is switched off", box(null, { enabled: false }), []],
  ["a worker that stopped", { workerBeatAt: NOW - HOUR }, ["worker-gone:worker"]],
  ["a desk that never had a worker", { workerBeatAt: null }, []],
  ["a clock that was set back", { ...box(NOW + HOUR), workerBeatAt: NOW + HOUR }, []],
  ["a deadline a moment too far", { deadlines: [{ cause: "c", at: NOW + 4 * HOUR + 1 }] }, []],
  [
    "a deadline that nears and one that has passed",
    { deadlines: [NOW + 4 * HOUR, NOW - HOUR].map((at) => ({ cause: "c", at })) },
    [`deadline-near:c@${NOW + 4 * HOUR}`, `deadline-near:c@${NOW - HOUR}`],
  ],
  ["a sealed case", { sealedArrivals: ["s"] }, ["sealed-arrived:s"]],
  ["one mail named twice", { quarantined: ["q", "q"] }, ["quarantined:q"]],
  ["a letter of which nobody knows", { outboxUnknown: ["o"] }, ["outbox-unknown:o"]],
])("%s", (_, facts, keys) => {
  const { raise } = decideAlerts({ ...QUIET, ...facts }, RULES, new Set(), NOW);
  expect(raise.map((cause) => cause.key)).toEqual(keys);
});

test("a cause is told once, and again only after it has ended and come back", () => {
  const silent = { ...QUIET, ...box(NOW - HOUR) };
  const told = new Set(["intake-silent:m"]);
  expect(decideAlerts(silent, RULES, told, NOW)).toEqual({ raise: [], rearm: [] });
  expect(decideAlerts(QUIET, RULES, told, NOW)).toEqual({ raise: [], rearm: ["intake-silent:m"] });
});

test("a kind that is switched off raises nothing", () => {
  const rules = { ...RULES, on: { ...RULES.on, "sealed-arrived": false } };
  expect(decideAlerts({ ...QUIET, sealedArrivals: ["s"] }, rules, new Set(), NOW).raise).toEqual(
    [],
  );
});
