import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { aRelay, aTenure } from "../testing/a-relay.ts";
import { casesOfRelay } from "./relay-cases-view-store.ts";

const DAY = 86_400_000;
const RELAY = aRelay({
  tenures: [
    aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
    aTenure("2001:db8::7", "2026-01-01T00:00:00Z"),
  ],
});
const WHEN = Date.parse("2026-01-10T00:00:00Z");
const STRETCH = { from: Date.parse("2026-01-01T00:00:00Z"), to: NOW };

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
  await aCase("held", { ip: "192.0.2.7", target: "203.0.113.5:22", eventAt: WHEN });
  await aCase("after", { ip: "192.0.2.7", target: null, eventAt: WHEN + 60 * DAY });
  await aCase("other", { ip: "192.0.2.8", target: null, eventAt: WHEN });
  await aCase("six", { ip: "2001:db8::7", target: "[2001:db8::99]:443", eventAt: WHEN + DAY });
  await aCase("six-portless", { ip: "2001:db8::7", target: "2001:db8::22", eventAt: WHEN + DAY });
  await aCase("no-time", { ip: "2001:db8::7", target: ":22", eventAt: null });
  await aCase("sealed", { ip: "192.0.2.7", target: null, eventAt: WHEN }, { sealed: true });
});
afterAll(async () => await desk.close());

type Line = { ip: string; target: string | null; eventAt: number | null };

async function aCase(ref: string, line: Line, more: { sealed?: boolean } = {}) {
  await desk.db.case.create({
    data: {
      ref,
      state: "open",
      decision: "ready",
      type: "bruteforce",
      confidence: 1,
      verdict: "port-allowed",
      route: "isp",
      title: ref,
      line: { from: "", forwardedBy: null, relay: null, summary: "", ...line },
      sortAt: new Date(NOW),
      openedAt: new Date(WHEN + 2 * DAY),
      ...more,
    },
  });
}

async function titles(stretch = STRETCH, viewer: keyof typeof desk.people = "owner") {
  const { cases } = await casesOfRelay(desk.db, desk.people[viewer], RELAY, stretch);
  return cases.map(({ title }) => title).sort();
}

test("a case belongs to the relay that held the accused address when it happened", async () => {
  expect(await titles()).toEqual(["held", "no-time", "sealed", "six", "six-portless"]);
});

test("a sealed case is not there for those who may not read it", async () => {
  expect(await titles(STRETCH, "operator")).not.toContain("sealed");
  expect(await titles(STRETCH, "read-only")).not.toContain("sealed");
});

test("only what happened in the time shown; what has no time counts when it came", async () => {
  expect(await titles({ from: WHEN + DAY, to: WHEN + DAY })).toEqual(["six", "six-portless"]);
  expect(await titles({ from: WHEN + 2 * DAY, to: NOW })).toEqual(["no-time"]);
});

test("ports are counted, and the end of an IPv6 address is none", async () => {
  const { ports } = await casesOfRelay(desk.db, desk.people.owner, RELAY, STRETCH);
  expect(ports).toEqual([
    { port: "22", count: 2 },
    { port: "443", count: 1 },
  ]);
});
