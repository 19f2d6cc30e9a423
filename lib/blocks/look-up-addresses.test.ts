import { afterEach, beforeEach, expect, test } from "vitest";
import { aDesk, NOW } from "../testing/a-desk.ts";
import type { AskDns } from "./dns.ts";
import type { DnsAnswer } from "./judge-answer.ts";
import { keepLooking } from "./keep-looking.ts";
import { nextLook } from "./look-ups.ts";
import { readLookUps } from "./look-ups-store.ts";
import { lookAgain, saveLookUps } from "./save-look-ups.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let desk: Awaited<ReturnType<typeof aDesk>>;
let asked: string[];
let zone: Record<string, DnsAnswer>;
let now: number;
const found = (...addresses: string[]): DnsAnswer => ({ outcome: "found", addresses });
const failed: DnsAnswer = { outcome: "failed", reason: "The resolver did not answer in time." };
const SOUND = { "2.0.0.127.psbl.surriel.com": found("127.0.0.2") };
const NAME = "7.2.0.192.psbl.surriel.com";

beforeEach(async () => {
  desk = await aDesk();
  asked = [];
  zone = { ...SOUND };
  now = NOW;
  for (const [ip, to] of [
    ["192.0.2.7", null],
    ["2001:db8::7", null],
    ["10.0.0.7", null],
    ["192.0.2.99", new Date(NOW)],
  ] as const)
    await aTenure(ip, to);
});
afterEach(async () => await desk.close());

async function aTenure(ip: string, to: Date | null) {
  const times = { from: new Date(0), learnedAt: new Date(0) };
  const relay = { nickname: ip, fingerprint: `unknown:${ip}`, createdAt: new Date(0) };
  const { id: relayId } = await desk.db.relay.create({ data: relay });
  await desk.db.tenure.create({ data: { relayId, ip, to, source: "operator", ...times } });
}
const ask = (): AskDns => ({
  addresses: async (name) => {
    asked.push(name);
    return zone[name] ?? { outcome: "none" };
  },
  text: async () => "said so",
});
const switchOn = async (lists: string[], servers: string[] = []) =>
  await saveLookUps(desk.db, desk.people.owner, { isOn: true, lists, servers, now });
/** As many rounds as the worker needs to ask about everything that is due. */
async function rounds() {
  const look = keepLooking({ ask, now: () => now, random: () => 0 });
  while ((await look(desk.db)) > 0);
}
const row = async (ip: string, list = "psbl") =>
  await desk.db.dnsblLook.findUniqueOrThrow({ where: { list_ip: { list, ip } } });
const listings = async () => await desk.db.listing.findMany({ orderBy: { id: "asc" } });

test("nobody is asked anything until the operator says so", async () => {
  await rounds();
  expect(asked).toEqual([]);
  expect(await desk.db.dnsblLook.count()).toBe(0);
});

test("only addresses we hold now are asked about, after the list's own test points", async () => {
  zone[NAME] = found("127.0.0.2");
  await switchOn(["psbl"]);
  await rounds();
  expect(asked).toEqual(["2.0.0.127.psbl.surriel.com", "1.0.0.127.psbl.surriel.com", NAME]);
  expect(await row("test")).toMatchObject({ state: "sound" });
  expect(await row("192.0.2.7")).toMatchObject({
    state: "listed",
    codes: ["127.0.0.2"],
    text: "said so",
  });
  expect(await listings()).toMatchObject([{ ip: "192.0.2.7", kind: "abuse", goneAt: null }]);
});

test("an IPv6 address is asked about where the list takes it", async () => {
  await switchOn(["dan-torexit"]);
  await rounds();
  expect(asked.some((name) => name.startsWith("7.0.0.0."))).toBe(true);
});

test("a listing has a beginning, goes on, and ends with the first answer without it", async () => {
  zone[NAME] = found("127.0.0.2");
  await switchOn(["psbl"]);
  await rounds();
  now += DAY;
  await rounds();
  now += DAY;
  zone[NAME] = { outcome: "none" };
  await rounds();
  expect(await listings()).toMatchObject([
    {
      firstSeenAt: new Date(NOW),
      lastSeenAt: new Date(NOW + DAY),
      goneAt: new Date(NOW + 2 * DAY),
    },
  ]);
  expect(await row("192.0.2.7")).toMatchObject({ state: "clear", problem: null });
});

test("listed for another reason is another listing", async () => {
  const name = "7.2.0.192.rbl.efnetrbl.org";
  zone["2.0.0.127.rbl.efnetrbl.org"] = found("127.0.0.2");
  zone[name] = found("127.0.0.4");
  await switchOn(["efnet"]);
  await rounds();
  now += DAY;
  zone[name] = found("127.0.0.4", "127.0.0.5");
  await rounds();
  const both = await listings();
  expect(both.map(({ kind }) => kind)).toEqual(["tor", "abuse"]);
  expect(both.map(({ goneAt }) => goneAt !== null)).toEqual([true, false]);
});

test.each([
  ["it answers yes to everything", { "1.0.0.127.psbl.surriel.com": found("127.0.0.2") }, "unsound"],
  ["it refuses us", { "2.0.0.127.psbl.surriel.com": found("127.255.255.254") }, "refused"],
  ["it does not answer", { "2.0.0.127.psbl.surriel.com": failed }, "failed"],
])("a list whose word counts for nothing is not asked about us: %s", async (_, zones, state) => {
  Object.assign(zone, zones, { [NAME]: found("127.0.0.2") });
  await switchOn(["psbl"]);
  await rounds();
  expect(asked).not.toContain(NAME);
  expect(await row("192.0.2.7")).toMatchObject({ state, problem: expect.stringMatching(/\.$/) });
  expect(await listings()).toEqual([]);
});

test("an empty list can still list, but its silence proves nothing", async () => {
  zone = {};
  await switchOn(["psbl"]);
  await rounds();
  expect(await row("192.0.2.7")).toMatchObject({ state: "unsound" });
  zone[NAME] = found("127.0.0.2");
  now += DAY;
  await rounds();
  expect(await row("192.0.2.7")).toMatchObject({ state: "listed" });
});

test.each([
  ["failed", failed],
  ["refused", found("127.255.255.255")],
  ["failed", found("203.0.113.80")],
])("no answer (%s) ends no listing and begins none", async (state, answer) => {
  zone[NAME] = found("127.0.0.2");
  await switchOn(["psbl"]);
  await rounds();
  now += DAY;
  zone[NAME] = answer;
  await rounds();
  expect(await row("192.0.2.7")).toMatchObject({ state });
  expect(await listings()).toMatchObject([{ goneAt: null, lastSeenAt: new Date(NOW) }]);
});

test("what failed is asked again sooner at first, never later than about a day", () => {
  const waits = [1, 2, 3, 20].map((attempts) => (nextLook(NOW, attempts, 0.5) - NOW) / HOUR);
  expect(waits).toEqual([0.5, 1, 2, 24]);
  expect((nextLook(NOW, 0, 0) - NOW) / HOUR).toBeCloseTo(21.6);
  expect((nextLook(NOW, 0, 1) - NOW) / HOUR).toBeCloseTo(26.4);
});

test("an address given up and a list not chosen any more are not asked about; the record stays", async () => {
  zone[NAME] = found("127.0.0.2");
  await switchOn(["psbl", "efnet"]);
  await rounds();
  await desk.db.tenure.updateMany({ data: { to: new Date(now) } });
  await switchOn(["psbl"]);
  now += DAY;
  await rounds();
  expect((await desk.db.dnsblLook.findMany()).map(({ list, ip }) => [list, ip])).toEqual([
    ["psbl", "test"],
  ]);
  expect(await listings()).toHaveLength(1);
});

test("switched off, nobody is asked again; asking again by hand is for who works here, and not twice", async () => {
  await switchOn(["psbl"]);
  await rounds();
  const before = asked.length;
  expect(await lookAgain(desk.db, desk.people.counsel, now)).toMatchObject({ code: "forbidden" });
  expect(await lookAgain(desk.db, desk.people.operator, now + 60_000)).toEqual({ ok: true });
  await rounds();
  expect(asked.length).toBe(before);
  now += HOUR;
  await lookAgain(desk.db, desk.people.operator, now);
  await rounds();
  expect(asked.length).toBeGreaterThan(before);
  await saveLookUps(desk.db, desk.people.owner, { isOn: false, lists: [], servers: [], now });
  now += 2 * DAY;
  const so = asked.length;
  await rounds();
  expect(asked.length).toBe(so);
  expect(await lookAgain(desk.db, desk.people.operator, now)).toMatchObject({ code: "off" });
});

test.each([
  [{ servers: ["192.0.2.53", "192.0.2.53:5353", "[2001:db8::53]:53"] }, null],
  [{ servers: ["resolver.example"] }, "bad-resolver"],
  [{ servers: ["192.0.2.53:0"] }, "bad-resolver"],
  [{ servers: ["192.0.2.53:70000"] }, "bad-resolver"],
  [{ servers: ["192.0.2.53\nEvil"] }, "bad-resolver"],
  [{ servers: Array.from({ length: 9 }, (_, i) => `192.0.2.${i}`) }, "too-many"],
  [{ lists: [] }, "no-list"],
  [{ lists: ["nobody"] }, "no-list"],
])("settings %j: %s", async (given, code) => {
  const wanted = { isOn: true, lists: ["psbl"], servers: [], ...given, now };
  const saved = await saveLookUps(desk.db, desk.people.owner, wanted);
  expect("code" in saved ? saved.code : null).toBe(code);
  expect((await readLookUps(desk.db)).isOn).toBe(code === null);
});

test("only an owner switches the look-ups", async () => {
  const wanted = { isOn: true, lists: ["psbl"], servers: [], now };
  for (const role of ["operator", "counsel", "delegate", "read-only"] as const)
    expect(await saveLookUps(desk.db, desk.people[role], wanted)).toMatchObject({
      code: "forbidden",
    });
});

test("of two workers one asks", async () => {
  await switchOn(["psbl"]);
  const look = () => keepLooking({ ask, now: () => now, random: () => 0 })(desk.db);
  await look();
  await Promise.all([look(), look()]);
  expect(asked.filter((name) => name === NAME).length).toBeLessThanOrEqual(1);
});
