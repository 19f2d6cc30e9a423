import { afterAll, beforeAll, expect, test } from "vitest";
import { parsePolicyText } from "../exit-policy/parse-policy-text.ts";
import { proposeLines } from "../exit-policy/propose-lines.ts";
import { anEvent } from "../testing/a-complaint.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { replaceTriage } from "./again-store.ts";
import { claimedEvents } from "./claimed-events.ts";
import { type Coverage, coverageOf, MAX_EVENTS, whatIf } from "./what-if.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

function changed(lines: string, base = "ExitRelay 1") {
  const before = parsePolicyText(base.split("\n"), ["192.0.2.7"]).policy;
  if (before === null) throw new Error("no policy");
  const { after, difference } = proposeLines(before, lines);
  if (after === null || difference === null) throw new Error("no lines");
  return { before, after, difference };
}

const event = (destinationIp: string | null, destinationPort: number | null, protocol = "tcp") => ({
  sourceIp: "192.0.2.7",
  destinationIp,
  destinationPort,
  protocol,
});

test.each<[string, ReturnType<typeof event>, Coverage]>([
  ["reject *:22", event("203.0.113.5", 22), "covered"],
  ["reject *:22", event("203.0.113.5", 443), "untouched"],
  ["reject *:22", event("203.0.113.5", 25), "closed-already"],
  ["reject *:22", event(null, 22), "covered"],
  ["reject *:22", event("203.0.113.5", null), "perhaps"],
  ["reject *:22", event(null, null), "perhaps"],
  ["reject *:22", event("203.0.113.5", 22, "udp"), "not-tor"],
  ["reject *:22", event("203.0.113.5", 22, "unknown"), "covered"],
  ["reject *:22", event("2001:db8::5", 22), "closed-already"],
  ["reject 203.0.113.5:22", event("203.0.113.5", 22), "covered"],
  ["reject 203.0.113.5:22", event("203.0.113.6", 22), "untouched"],
  ["reject 203.0.113.5:22", event(null, 22), "perhaps"],
  ["reject 203.0.113.5:*", event("203.0.113.5", null), "covered"],
  ["reject 203.0.113.0/24:*", event(null, null), "perhaps"],
])("%s, event %o: %s", (lines, given, wanted) => {
  expect(coverageOf(given, changed(lines))).toBe(wanted);
});

test("what a complaint names once is each event's; without events it is one", () => {
  const said = { accused: [], destinations: [], destinationPorts: [], protocol: "tcp" as const };
  const named = { value: 22, span: null };
  const bare = anEvent({ destinationPort: null, destinationIp: null });
  expect(
    claimedEvents({ ...said, events: [bare], destinationPorts: [named, named] })[0]
      ?.destinationPort,
  ).toBe(22);
  const two = [named, { value: 25, span: null }];
  expect(
    claimedEvents({ ...said, events: [bare], destinationPorts: two })[0]?.destinationPort,
  ).toBeNull();
  expect(claimedEvents({ ...said, events: [] })).toEqual([]);
  expect(claimedEvents({ ...said, events: [], destinationPorts: [named] })).toHaveLength(1);
});

const asked = (lines = "reject *:22") => ({ ...changed(lines), days: 30, about: null, now: NOW });
let serial = 0;

async function complaint(given: {
  port?: number;
  ip?: string;
  at?: number;
  sealed?: boolean;
  by?: string;
}) {
  serial += 1;
  const name = { name: "", address: `r${serial}@reporter.example` };
  const opened = await arrive(
    desk.db,
    aTriage({
      message: { from: name },
      complaint: {
        reporter: name,
        forwardedBy: given.by ?? null,
        events: [
          anEvent({ destinationIp: `203.0.113.${serial}`, destinationPort: given.port ?? 22 }),
          anEvent({ destinationIp: `203.0.113.${serial}`, destinationPort: 443 }),
        ],
      },
    }),
    { at: given.at ?? NOW },
  );
  if (given.sealed)
    await desk.db.case.update({ where: { id: opened.caseId ?? "" }, data: { sealed: true } });
  return opened.caseId;
}

test("the complaints a line would have covered, by type and provider; not the old, not the sealed", async () => {
  await complaint({ by: "Hetzner" });
  await complaint({});
  await complaint({ port: 80 });
  await complaint({ at: NOW - 31 * 24 * 3_600_000 });
  const sealed = await complaint({ sealed: true });
  const found = await whatIf(desk.db, desk.people.operator, asked());
  expect(found).toMatchObject({
    covered: 2,
    perhaps: 0,
    events: { covered: 2, perhaps: 0, "closed-already": 0, "not-tor": 0, untouched: 4 },
    byType: [{ name: "bruteforce", count: 2 }],
    byProvider: [
      { name: "", count: 1 },
      { name: "Hetzner", count: 1 },
    ],
    cut: false,
  });
  expect(found.complaints.map(({ covered, events }) => [covered, events])).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(JSON.stringify(found)).not.toContain(sealed);

  const { delegate, ...everybody } = desk.people;
  for (const viewer of Object.values(everybody)) {
    const same = await whatIf(desk.db, viewer, asked());
    expect([same.covered, same.events]).toEqual([found.covered, found.events]);
  }
  // Of no relay, so of no case.
  expect((await whatIf(desk.db, delegate, asked())).covered).toBe(0);
});

test("only events about the addresses that were asked for", async () => {
  const none = await whatIf(desk.db, desk.people.operator, { ...asked(), about: ["192.0.2.99"] });
  expect(none.events.covered).toBe(0);
  const ours = await whatIf(desk.db, desk.people.operator, { ...asked(), about: ["192.0.2.7"] });
  expect(ours.events.covered).toBe(2);
});

test("a complaint read again has the events of its last reading only", async () => {
  const before = await desk.db.claimedEvent.count();
  const row = await desk.db.complaint.findFirstOrThrow();
  const stored = row.triage as never;
  await desk.db.$transaction((tx) => replaceTriage(tx, row.id, { stored, deadlineAt: null }));
  expect(await desk.db.claimedEvent.count()).toBe(before);
});

test("of more events than can be looked at, the newest are, soon, and the answer says so", async () => {
  const { id } = await desk.db.complaint.findFirstOrThrow({ where: { case: { sealed: false } } });
  const receivedAt = new Date(NOW - 1_000);
  await desk.db.claimedEvent.createMany({
    data: Array.from({ length: MAX_EVENTS + 5 }, (_, at) => ({
      complaintId: id,
      position: 100 + at,
      receivedAt,
      ...event("203.0.113.5", at % 2 === 0 ? 22 : 443),
    })),
  });
  const began = performance.now();
  const found = await whatIf(desk.db, desk.people.operator, asked());
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(found.cut).toBe(true);
  expect(Object.values(found.events).reduce((sum, count) => sum + count)).toBe(MAX_EVENTS);
  const explain = desk.db.$dialect === "sqlite" ? "EXPLAIN QUERY PLAN" : "EXPLAIN";
  const plan = await desk.db.$queryRawUnsafe<object[]>(
    `${explain} SELECT * FROM "ClaimedEvent" WHERE "receivedAt" >= '1970-01-02' ORDER BY "receivedAt" DESC LIMIT 10001`,
  );
  expect(JSON.stringify(plan)).toContain("ClaimedEvent_receivedAt_idx");
});
