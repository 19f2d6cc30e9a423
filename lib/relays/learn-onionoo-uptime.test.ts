import { expect, test } from "vitest";
import { anUptime, aRelay } from "../testing/a-relay.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { learnOnionooUptime } from "./learn-onionoo-uptime.ts";
import { readOnionooUptime } from "./read-onionoo-uptime.ts";
import { uptimeAt } from "./uptime-at.ts";

const FP = "7".repeat(40);
const LEARNT = Date.parse("2026-03-01T00:00:00Z");
const STEP = 4 * 3600;

/** Steps of four hours from 2026-02-01T00:00Z on, in thousandths; the document names the middle of the first. */
function documentOf(values: (number | null)[], more: object = {}): string {
  const month = { first: "2026-02-01 02:00:00", interval: STEP, factor: 0.001001001, values };
  return JSON.stringify({
    version: "8.0",
    relays: [{ fingerprint: FP, uptime: { "1_month": month, ...more } }],
  });
}

function learnt(text: string, relay = aRelay()) {
  const [read] = readOnionooUptime(text).relays;
  if (!read) throw new Error("no relay");
  return learnOnionooUptime(relay, read, { learnedAt: LEARNT });
}

const spans = (all: readonly { from: Instant; to: Instant | null }[] = []) =>
  all.map(({ from, to }) => `${toIso(from)} ${to === null ? "still" : toIso(to)}`);

test("full steps are runs; a part of a step, no value and what comes after are unsure", () => {
  const relay = learnt(documentOf([999, 999, 500, 999, null, 999]));
  expect(spans(relay.uptime)).toEqual([
    "2026-02-01T00:00:00Z 2026-02-01T08:00:00Z",
    "2026-02-01T12:00:00Z 2026-02-01T16:00:00Z",
    "2026-02-01T20:00:00Z 2026-02-02T00:00:00Z",
  ]);
  expect(spans(relay.unsure)).toEqual([
    "2026-02-01T08:00:00Z 2026-02-01T12:00:00Z",
    "2026-02-01T16:00:00Z 2026-02-01T20:00:00Z",
    "2026-02-02T00:00:00Z still",
  ]);
});

test.each([
  { at: "2026-02-01T02:00:00Z", answer: "up" },
  { at: "2026-02-01T09:00:00Z", answer: "unknown" },
  { at: "2026-02-02T10:00:00Z", answer: "unknown" },
  { at: "2026-02-02T11:30:00Z", answer: "down" },
  { at: "2026-02-04T01:00:00Z", answer: "up" },
  { at: "2026-02-20T00:00:00Z", answer: "unknown" },
  { at: "2026-01-20T00:00:00Z", answer: "unknown" },
])("missing from the consensus for days: $answer at $at", ({ at, answer }) => {
  // Two steps up, sixteen (64 hours) missing, two up.
  const relay = learnt(documentOf([999, 999, ...Array<number>(16).fill(0), 999, 999]));
  const moment = Date.parse(at);
  expect(uptimeAt(relay, { earliest: moment, latest: moment }).answer).toBe(answer);
});

test("the finest history there is for a time counts, and a coarse one before it", () => {
  const half = {
    first: "2026-01-31 06:00:00",
    interval: 12 * 3600,
    factor: 0.001001001,
    values: [999, 999, 0, 0],
  };
  const relay = learnt(documentOf([999, 999, 999, 999, 999, 999], { "6_months": half }));
  expect(spans(relay.uptime)).toEqual(["2026-01-31T00:00:00Z 2026-02-02T00:00:00Z"]);
});

test("what the relay's own log says stays; only the time before and after is filled", () => {
  const own = aRelay({ uptime: [anUptime("2026-02-01T04:00:00Z", "2026-02-01T05:00:00Z")] });
  const relay = learnt(documentOf([999, 999, 999]), own);
  expect(spans(relay.uptime)).toEqual([
    "2026-02-01T00:00:00Z 2026-02-01T04:00:00Z",
    "2026-02-01T04:00:00Z 2026-02-01T05:00:00Z",
    "2026-02-01T05:00:00Z 2026-02-01T12:00:00Z",
  ]);
});

test("a later document goes on where the earlier one ended, and keeps its finer steps", () => {
  const first = learnt(documentOf([999, 500, 999]));
  const days = {
    first: "2026-02-01 12:00:00",
    interval: 24 * 3600,
    factor: 0.001001001,
    values: [700, 999, 999],
  };
  const later = JSON.stringify({ relays: [{ fingerprint: FP, uptime: { "1_year": days } }] });
  const again = learnt(later, first);
  expect(spans(again.uptime)).toEqual([
    "2026-02-01T00:00:00Z 2026-02-01T04:00:00Z",
    "2026-02-01T08:00:00Z 2026-02-01T12:00:00Z",
    "2026-02-02T00:00:00Z 2026-02-04T00:00:00Z",
  ]);
  expect(learnt(later, again)).toEqual(again);
});

test.each([
  "",
  "null",
  "{}",
  `{"relays":{}}`,
  `{"relays":[{"fingerprint":"${FP}","uptime":{"1_month":{"first":"never","interval":14400,"factor":1,"values":[1]}}}]}`,
  `{"relays":[{"fingerprint":"${FP}","uptime":{"1_month":{"first":"2026-02-01 02:00:00","interval":0,"factor":1,"values":[1]}}}]}`,
  `{"relays":[{"fingerprint":7}]}`,
])("what is no history teaches nothing: %s", (text) => {
  const { relays } = readOnionooUptime(text);
  const relay = aRelay();
  for (const one of relays)
    expect(learnOnionooUptime(relay, one, { learnedAt: LEARNT })).toEqual(relay);
  expect(relays.flatMap(({ slots }) => slots)).toEqual([]);
});
