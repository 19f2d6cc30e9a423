import { expect, test } from "vitest";
import type { DocumentLine } from "../relays/signed-document.ts";
import { aFact, anEvent, aTime } from "../testing/a-complaint.ts";
import { aHistory, anUptime, aPolicy, aRelay, aTenure } from "../testing/a-relay.ts";
import { coveringDocuments } from "./covering-documents.ts";
import { concernedRelays, eventWindows, relayDuring } from "./pack-scope.ts";

const at = (day: string) => Date.parse(`2026-02-${day}Z`);
const window = (from: string, to = from) => ({ earliest: at(from), latest: at(to) });

function published(...days: string[]): DocumentLine[] {
  return days.map((day) => ({
    sha256: day,
    kind: "descriptor",
    fingerprint: "7".repeat(40),
    publishedAt: at(day),
    source: "",
    learnedAt: 0,
  }));
}
const DAILY = published("01", "02", "03", "04", "05");

test.each([
  ["before, and the next one after", [window("03T12:00")], ["03", "04"]],
  ["at its very moment", [window("03")], ["03", "04"]],
  ["all through a window", [window("02T12:00", "04")], ["02", "03", "04", "05"]],
  ["older than all", [window("28")], ["05"]],
  ["younger than all", [{ earliest: 0, latest: 1 }], ["01"]],
  ["of two events", [window("01T12:00"), window("04T12:00")], ["01", "02", "04", "05"]],
  ["of no event", [], []],
] as const)("the documents that cover an event: %s", (_what, windows, expected) => {
  const { documents, leftOut } = coveringDocuments(DAILY.toReversed(), windows);
  expect(documents.map(({ sha256 }) => sha256)).toEqual(expected);
  expect(leftOut).toBe(0);
});

test("each relay has documents of its own that cover it; beyond the limit they are counted", () => {
  const other = DAILY.map((document) => ({ ...document, fingerprint: "8".repeat(40) }));
  const { documents } = coveringDocuments([...DAILY, ...other], [window("02T12:00")]);
  expect(documents).toHaveLength(4);
  const many = Array.from({ length: 230 }, (_, index) =>
    published("01").map((document) => ({
      ...document,
      sha256: `${index}`,
      publishedAt: document.publishedAt + index,
    })),
  ).flat();
  const cut = coveringDocuments(many, [window("01", "02")]);
  expect(cut.documents).toEqual(many.slice(0, 200));
  expect(cut.leftOut).toBe(30);
});

const TIMES: [string, Parameters<typeof eventWindows>[0]["events"], unknown][] = [
  ["exact", [anEvent({ time: aTime("2026-02-03T00:00:00Z") })], [window("03")]],
  ["a day", [anEvent({ time: aTime("2026-02-03", "2026-02-04") })], [window("03", "04")]],
  ["the same twice", [anEvent(), anEvent()], [window("03T04:05:06")]],
  ["none", [anEvent({ time: null })], [window("20")]],
  ["no event", [], [window("20")]],
  [
    "one end only",
    [anEvent({ time: { ...aTime("2026-02-03"), at: null, latest: null } })],
    [window("03")],
  ],
  ["ends exchanged", [anEvent({ time: aTime("2026-02-04", "2026-02-03") })], [window("03", "04")]],
];
test.each(TIMES)("the time of an event: %s", (_what, events, expected) => {
  expect(eventWindows({ accused: [], events }, at("20"))).toEqual(expected);
});

test("relays that held the address at another time are concerned, others not", () => {
  const named = aRelay({ nickname: "named", fingerprint: "A", tenures: [] });
  const before = aRelay({
    nickname: "before",
    fingerprint: "B",
    tenures: [aTenure("192.0.2.7", "2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z")],
  });
  const other = aRelay({ nickname: "other", fingerprint: "C", tenures: [aTenure("192.0.2.9")] });
  const history = aHistory(before, other, named);
  const evidence = {
    verdict: "not-our-ip" as const,
    summary: "",
    events: [],
    relays: [{ nickname: "named", fingerprint: "A", ip: "192.0.2.1" }],
  };
  const names = (accused: string[]) =>
    concernedRelays({ accused: accused.map(aFact), events: [] }, evidence, history).map(
      ({ nickname }) => nickname,
    );
  expect(names(["192.0.2.7"])).toEqual(["named", "before"]);
  expect(names(["192.0.2.0/24"])).toEqual(["named", "before", "other"]);
  expect(names(["203.0.113.1"])).toEqual(["named"]);
});

test("what is recorded of the time is kept, and the neighbours where it leaves a gap", () => {
  const day = (number: number) => `2026-02-0${number}T00:00:00Z`;
  const relay = aRelay({
    tenures: [aTenure("192.0.2.7", day(1), day(2)), aTenure("192.0.2.8", day(4))],
    policies: [
      aPolicy(["a"], day(1), day(3)),
      aPolicy(["b"], day(3), day(5)),
      aPolicy(["c"], day(5)),
    ],
    uptime: [anUptime(day(1), day(2)), anUptime(day(2), day(3)), anUptime(day(6))],
  });
  const kept = relayDuring(relay, [window("03T12:00")]);
  expect(kept.tenures).toEqual(relay.tenures);
  expect(kept.policies.map(({ lines }) => lines[0])).toEqual(["b"]);
  expect(kept.uptime.map(({ from }) => from)).toEqual([at("02"), at("06")]);
});
