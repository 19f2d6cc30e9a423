import fc from "fast-check";
import { expect, test } from "vitest";
import { aComplaint, aFact, aMessage, anEvent, aTime } from "../testing/a-complaint.ts";
import { readTimes } from "../time/read-times.ts";
import type { Complaint } from "./complaint.ts";
import { correctFacts } from "./correct-facts.ts";
import { FACT_FIELDS, type FactChange, parseFactChange } from "./fact-change.ts";

const values = (facts: { value: unknown }[]) => facts.map(({ value }) => value);

/** Our 192.0.2.7 from its port 41006 to port 22 of 198.51.100.20. */
function ssh(given: Partial<Complaint> = {}): Complaint {
  return aComplaint({
    message: aMessage({ body: "192.0.2.7 port 41006 to 198.51.100.20:22, and 192.0.2.70 too." }),
    destinations: [aFact("198.51.100.20")],
    destinationPorts: [aFact(22)],
    sourcePorts: [aFact(41006)],
    events: [anEvent({ sourcePort: 41006 })],
    ...given,
  });
}

test("nothing to correct leaves the very same complaint", () => {
  const complaint = ssh();
  expect(correctFacts(complaint, [])).toBe(complaint);
});

test("a changed address changes the events that name it", () => {
  const { accused, events } = correctFacts(ssh(), [
    { field: "accused", from: "192.0.2.7", to: "192.0.2.70" },
  ]);
  expect(values(accused)).toEqual(["192.0.2.70"]);
  expect(events[0]?.sourceIp).toBe("192.0.2.70");
});

test("an address that is theirs leaves our side and joins theirs", () => {
  const { accused, destinations, events } = correctFacts(ssh(), [
    { field: "accused", from: "192.0.2.7", to: "192.0.2.7", as: "destination" },
  ]);
  expect(values(accused)).toEqual([]);
  expect(values(destinations)).toEqual(["198.51.100.20", "192.0.2.7"]);
  expect(events[0]).toMatchObject({ sourceIp: null, destinationIp: "198.51.100.20" });
});

test("ours and theirs swapped by two corrections", () => {
  const { accused, destinations, events } = correctFacts(ssh(), [
    { field: "accused", from: "192.0.2.7", to: "192.0.2.7", as: "destination" },
    { field: "destination", from: "198.51.100.20", to: "198.51.100.20", as: "accused" },
  ]);
  expect(values(accused)).toEqual(["198.51.100.20"]);
  expect(values(destinations)).toEqual(["192.0.2.7"]);
  expect(events[0]).toMatchObject({ sourceIp: "198.51.100.20" });
});

test("the port is theirs or our own: the event follows", () => {
  const swapped = ssh({
    destinationPorts: [aFact(41006)],
    sourcePorts: [],
    events: [anEvent({ destinationPort: 41006 })],
  });
  const { sourcePorts, destinationPorts, events } = correctFacts(swapped, [
    { field: "destinationPort", from: "41006", to: "41006", as: "ownPort" },
    { field: "destinationPort", from: null, to: "22" },
  ]);
  expect(values(sourcePorts)).toEqual([41006]);
  expect(values(destinationPorts)).toEqual([22]);
  expect(events[0]).toMatchObject({ sourcePort: 41006, destinationPort: null });
});

test("a removed fact leaves no event that still says it", () => {
  const { destinationPorts, events } = correctFacts(ssh(), [
    { field: "destinationPort", from: "22", to: null },
  ]);
  expect(destinationPorts).toEqual([]);
  expect(events[0]?.destinationPort).toBeNull();
});

test("an added fact is found where it stands in the mail, and not inside another", () => {
  const { accused } = correctFacts(ssh(), [{ field: "accused", from: null, to: "192.0.2.70" }]);
  const span = accused[1]?.span;
  expect(span?.source).toBe("body");
  expect(ssh().message.body.slice(span?.start, span?.end)).toBe("192.0.2.70");
  const [first] = correctFacts(ssh({ accused: [] }), [
    { field: "accused", from: null, to: "192.0.2.7" },
  ]).accused;
  expect(first?.span?.start).toBe(0);
});

test("a change whose fact the desk no longer reads still says what it is", () => {
  const { accused } = correctFacts(ssh(), [
    { field: "accused", from: "192.0.2.99", to: "192.0.2.70" },
  ]);
  expect(values(accused)).toEqual(["192.0.2.7", "192.0.2.70"]);
});

test("a zone is given to all times without one, and to no other", () => {
  const [bare] = readTimes("2026-03-01 10:04:11", { reference: null });
  const stated = aTime("2026-03-01T09:00:00Z");
  const complaint = ssh({
    events: [anEvent({ time: bare?.time ?? null }), anEvent({ time: stated })],
  });
  const { events } = correctFacts(complaint, [
    { field: "zone", from: null, to: "UTC" },
    { field: "zone", from: null, to: "+02:00" },
  ]);
  expect(events.map(({ time }) => time?.at)).toEqual([
    Date.parse("2026-03-01T08:04:11Z"),
    stated.at,
  ]);
});

test("a corrected time is that of all events written so; the mail's words stay", () => {
  const time = aTime("2026-02-03T04:05:06Z");
  const complaint = ssh({ events: [anEvent({ time }), anEvent({ time }), anEvent()] });
  const to = "2026-02-04 05:00:00 +01:00";
  const { events } = correctFacts({ ...complaint, events: complaint.events.slice(0, 2) }, [
    { field: "eventTime", from: time.text, to },
  ]);
  expect(events.map((event) => event.time?.at)).toEqual(
    Array(2).fill(Date.parse("2026-02-04T04:00:00Z")),
  );
  expect(events[0]?.time?.text).toBe(time.text);
});

test("a time nobody had read belongs to the events without one", () => {
  const given = [{ field: "eventTime", from: null, to: "2026-02-04 05:00:00 UTC" } as const];
  const timeless = correctFacts(ssh({ events: [anEvent({ time: null })] }), given);
  expect(timeless.events).toMatchObject([
    { time: { at: Date.parse("2026-02-04T05:00:00Z") }, destinationPort: 22 },
  ]);
  const none = correctFacts(ssh({ events: [] }), given);
  expect(none.events).toMatchObject([{ destinationIp: "198.51.100.20", destinationPort: 22 }]);
});

test("a time that is no event takes its event with it", () => {
  const { events } = correctFacts(ssh(), [
    { field: "eventTime", from: anEvent().time?.text ?? "", to: null },
  ]);
  expect(events).toEqual([]);
});

test("deadline, protocol, work, reporter and languages", () => {
  const corrected = correctFacts(ssh({ noReply: true }), [
    { field: "deadline", from: null, to: "2026-03-02 12:00 UTC" },
    { field: "protocol", from: "unknown", to: "udp" },
    { field: "work", from: null, to: "The Quiet Relay" },
    { field: "reporter", from: null, to: "Nora Quist <nora@shop.example>" },
    { field: "language", from: "en", to: "de" },
  ]);
  expect(corrected).toMatchObject({
    deadline: { at: Date.parse("2026-03-02T12:00:00Z"), hours: null },
    protocol: "udp",
    work: { value: "The Quiet Relay" },
    reporter: { name: "Nora Quist", address: "nora@shop.example" },
    noReply: false,
    language: "de",
    originalLanguage: "de",
  });
  expect(corrected.events[0]?.protocol).toBe("udp");
});

test("the provider's ticket follows its reference", () => {
  const wrapper = {
    provider: "Bighost",
    ticket: "AB-1",
    answer: "mail" as const,
    answerTo: null,
    statementUrl: null,
    alsoComplainant: false,
    state: "notice" as const,
    threat: null,
  };
  const corrected = correctFacts(ssh({ refs: [aFact("AB-1")], wrapper }), [
    { field: "reference", from: "AB-1", to: "AB-17" },
  ]);
  expect(values(corrected.refs)).toEqual(["AB-17"]);
  expect(corrected.wrapper?.ticket).toBe("AB-17");
});

test.each([
  ["accused", "192.0.2.300"],
  ["destination", "192.0.2.0/24"],
  ["destinationPort", "0"],
  ["ownPort", "65536"],
  ["eventTime", "2026-03-01 10:04:11"],
  ["eventTime", "2026-03-01 10:04:11 CST"],
  ["eventTime", "2026-03-01 10:04:11 UTC or so"],
  ["zone", "CST"],
  ["zone", "somewhere"],
  ["deadline", "tomorrow"],
  ["reporter", "nora@shop.example, eve@evil.example"],
  ["reporter", "Nora"],
  ["language", "english"],
  ["protocol", "sctp"],
  ["work", ""],
  ["reference", "x".repeat(301)],
] as const)("%s is not %s, and the remedy is named", (field, to) => {
  const parsed = parseFactChange({ field, from: null, to });
  expect(parsed).toMatchObject({ ok: false });
  if (!parsed.ok) expect(parsed.text).toMatch(/^\S.*\.$/);
});

test("canonical text, whatever was typed", () => {
  expect(parseFactChange({ field: "accused", from: null, to: " 2001:DB8::0:1 " })).toEqual({
    ok: true,
    change: { field: "accused", from: null, to: "2001:db8::1" },
  });
  expect(
    parseFactChange({ field: "accused", from: "192.0.2.7", to: "192.0.2.7", as: "zone" }),
  ).toMatchObject({ ok: false });
  expect(parseFactChange({ field: "accused", from: "192.0.2.7", to: "192.0.2.7" })).toMatchObject({
    ok: false,
  });
});

test("no changes make it throw, lose an event's shape, or leave a fact twice", () => {
  const text = fc.constantFrom("192.0.2.7", "198.51.100.20", "22", "41006", "UTC", "x", "de");
  const change = fc.record(
    {
      field: fc.constantFrom(...FACT_FIELDS),
      from: fc.option(text, { nil: null }),
      to: fc.option(text, { nil: null }),
      as: fc.constantFrom(...FACT_FIELDS),
    },
    { requiredKeys: ["field", "from", "to"] },
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (typed) => {
      const changes = typed.flatMap((one): FactChange[] => {
        const parsed = parseFactChange(one);
        return parsed.ok ? [parsed.change] : [];
      });
      const { accused, destinations, destinationPorts, sourcePorts, events } = correctFacts(
        ssh(),
        changes,
      );
      for (const list of [accused, destinations, destinationPorts, sourcePorts])
        expect(new Set(values(list)).size).toBe(list.length);
      for (const { value } of [...destinationPorts, ...sourcePorts])
        expect(Number.isInteger(value)).toBe(true);
      for (const event of events) expect(typeof event.sourceIp).not.toBe("number");
    }),
    { numRuns: 200 },
  );
});
