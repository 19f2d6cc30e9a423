import { expect, test } from "vitest";
import { aComplaint, aFact, anEvent, aTime } from "../testing/a-complaint.ts";
import { aHistory, anUptime, aPolicy, aRelay, aTenure } from "../testing/a-relay.ts";
import { gatherEvidence } from "./gather-evidence.ts";

const PORT_25 = anEvent({ destinationPort: 25 });

/** Relays at 192.0.2.0 and up, all exits but the last. */
function family(count: number, given: Parameters<typeof aRelay>[0] = {}) {
  return Array.from({ length: count }, (_, index) =>
    aRelay({
      nickname: `relay${index}`,
      fingerprint: `${index}`.padStart(40, "0"),
      tenures: [aTenure(`192.0.${2 + (index >> 8)}.${index & 255}`)],
      policies: [aPolicy([index === count - 1 ? "ExitRelay 1" : "ExitRelay 0"])],
      ...given,
    }),
  );
}

test("each finding says where it comes from and when that was learnt", () => {
  const { events } = gatherEvidence(aComplaint({ events: [PORT_25] }), aHistory(aRelay()));
  const [event] = events;
  expect(event?.findings.map(({ kind, source, learnedAt }) => [kind, source, learnedAt])).toEqual([
    ["time", "the complaint", Date.parse("2026-03-01T12:00:00Z")],
    ["tenure", "torrc", Date.parse("2026-01-01T00:00:00Z")],
    ["role", "torrc", Date.parse("2026-01-01T00:00:00Z")],
    ["uptime", "the desk's records", null],
    ["policy", "torrc", Date.parse("2026-01-01T00:00:00Z")],
    ["protocol", "the complaint", Date.parse("2026-03-01T12:00:00Z")],
  ]);
  expect(event?.findings.find(({ kind }) => kind === "policy")).toMatchObject({
    relay: { nickname: "relay7", fingerprint: "7".repeat(40) },
    rule: "reject *:25",
  });
});

test("events keep the number they have in the complaint, and no event is number -1", () => {
  const complaint = aComplaint({ events: [PORT_25, anEvent({ sourceIp: "203.0.113.9" })] });
  const numbers = (of: typeof complaint) =>
    gatherEvidence(of, aHistory(aRelay())).events.map(({ event }) => event);
  expect(numbers(complaint)).toEqual([0, 1]);
  expect(numbers(aComplaint())).toEqual([-1]);
});

test("the relays concerned are named once with the address they held then", () => {
  const history = aHistory(aRelay({ tenures: [aTenure("192.0.2.7"), aTenure("192.0.2.70")] }));
  const complaint = aComplaint({ events: [PORT_25, PORT_25] });
  expect(gatherEvidence(complaint, history).relays).toEqual([
    { nickname: "relay7", fingerprint: "7".repeat(40), ip: "192.0.2.7" },
  ]);
});

test("of an accused network all relays count, and the one that matters is shown", () => {
  const complaint = aComplaint({
    accused: [aFact("192.0.2.0/24")],
    events: [anEvent({ sourceIp: null })],
  });
  const evidence = gatherEvidence(complaint, aHistory(...family(100)));
  expect(evidence.verdict).toBe("port-allowed");
  expect(evidence.relays).toHaveLength(100);
  expect(evidence.summary).toMatch(/relay99/);
  const findings = evidence.events[0]?.findings ?? [];
  expect(findings.length).toBeLessThan(100);
  expect(findings.map(({ text }) => text).join()).toMatch(/80 more relays of ours/);
});

test("the rows of a long scan all have a verdict; the later ones keep the deciding findings", () => {
  const rows = Array.from({ length: 500 }, (_, index) =>
    anEvent({ destinationPort: 25, destinationIp: `198.51.${100 + (index >> 8)}.${index & 255}` }),
  );
  const { events, summary } = gatherEvidence(aComplaint({ events: rows }), aHistory(aRelay()));
  expect(events.every(({ verdict }) => verdict === "port-rejected")).toBe(true);
  expect(events[0]?.findings).toHaveLength(6);
  expect(events[499]?.findings.map(({ kind, rule }) => [kind, rule])).toEqual([
    ["policy", "reject *:25"],
  ]);
  expect(summary).toMatch(/^Of 500 events 500 went where the exit policy rejected it/);
});

test("a hostile complaint about everything at once is answered soon, and claims nothing", {
  timeout: 30_000,
}, () => {
  const day = (index: number) =>
    new Date(Date.parse("2026-01-01T00:00:00Z") + index * 86_400_000).toISOString();
  const uptime = Array.from({ length: 50 }, (_, index) =>
    anUptime(day(index * 2), day(index * 2 + 1)),
  );
  const events = Array.from({ length: 500 }, (_, index) =>
    anEvent({ sourceIp: null, time: aTime(day(0), day(100 + index)) }),
  );
  const complaint = aComplaint({ accused: [aFact("192.0.0.0/16")], events });
  const evidence = gatherEvidence(complaint, aHistory(...family(300, { uptime })));
  expect(evidence.verdict).toBe("cannot-tell");
  expect(evidence.events).toHaveLength(500);
  expect(evidence.events[499]?.findings[0]?.text).toMatch(/too much to check event by event/);
});

test("neither complaint nor history is changed", () => {
  const complaint = aComplaint({ events: [PORT_25], accused: [aFact("192.0.2.0/24")] });
  const history = aHistory(...family(3));
  const copies = structuredClone([complaint, history]);
  gatherEvidence(complaint, history);
  expect([complaint, history]).toEqual(copies);
});
