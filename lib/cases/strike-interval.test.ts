import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { historyOf, listRelays, loadHistory, saveRelay } from "../relays/store.ts";
import { uptimeAt } from "../relays/uptime-at.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { anUptime, aPolicy, aRelay, aTenure, ORIGIN } from "../testing/a-relay.ts";
import { removeRelay } from "./remove-relay.ts";
import { restoreInterval } from "./restore-interval.ts";
import { strikeInterval } from "./strike-interval.ts";

const MARCH = "2026-03-01T00:00:00Z";
const FROM = Date.parse(ORIGIN);
const RELAY = aRelay({
  tenures: [aTenure("192.0.2.7"), aTenure("198.51.100.7", MARCH)],
  policies: [aPolicy(["ExitRelay 1"], ORIGIN, MARCH), aPolicy(["ExitRelay 0"], MARCH)],
  uptime: [anUptime(ORIGIN, MARCH)],
});

let desk: Awaited<ReturnType<typeof aDesk>>;
let relayId: string;

beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  await desk.db.relay.deleteMany();
  await saveRelay(desk.db, RELAY);
  relayId = (await listRelays(desk.db, desk.people.owner))[0]?.id ?? "";
});

const strike = (input: Partial<Parameters<typeof strikeInterval>[2]>) =>
  strikeInterval(desk.db, desk.people.operator, {
    relayId,
    kind: "tenure",
    from: FROM,
    ip: "192.0.2.7",
    now: NOW,
    ...input,
  });

async function known() {
  const [one] = await listRelays(desk.db, desk.people.owner);
  if (!one) throw new Error("no relay");
  return one;
}

test("an address struck out is not the relay's, however often it is learnt again, until it is restored", async () => {
  const struck = await strike({});
  if (!struck.ok) throw new Error(struck.text);
  await saveRelay(desk.db, { ...RELAY, nickname: "again" });
  expect((await known()).relay.tenures.map(({ ip }) => ip)).toEqual(["198.51.100.7"]);
  expect((await historyOf(desk.db, ["198.51.100.7"])).relays[0]?.tenures).toHaveLength(1);
  const { strikeId } = struck;
  const restored = await restoreInterval(desk.db, desk.people.operator, { strikeId, now: NOW });
  expect(restored).toEqual({ ok: true });
  expect((await known()).relay.tenures).toHaveLength(2);
  expect(
    await restoreInterval(desk.db, desk.people.operator, { strikeId, now: NOW }),
  ).toMatchObject({
    code: "not-found",
  });
});

test("what a person says beneath is still there for learning", async () => {
  await strike({});
  expect((await loadHistory(desk.db)).relays[0]?.tenures).toHaveLength(2);
});

test("a policy struck out leaves a gap, and the other policy alone", async () => {
  await strike({ kind: "policy", ip: null });
  expect((await known()).relay.policies.map(({ lines }) => lines)).toEqual([["ExitRelay 0"]]);
  expect((await known()).strikes).toMatchObject([{ kind: "policy", what: "ExitRelay 1" }]);
});

test("a run struck out is no proof that the relay was down", async () => {
  await strike({ kind: "uptime", ip: null });
  const { relay } = await known();
  const at = Date.parse("2026-02-01T00:00:00Z");
  expect(uptimeAt(relay, { earliest: at, latest: at }).answer).toBe("unknown");
});

test.each([
  { what: "another beginning", input: { from: FROM + 1 }, code: "no-interval" },
  { what: "another address", input: { ip: "192.0.2.8" }, code: "no-interval" },
  { what: "a relay that does not exist", input: { relayId: "none" }, code: "not-found" },
])("$what is refused with $code", async ({ input, code }) => {
  expect(await strike(input)).toMatchObject({ ok: false, code });
});

test("the same is struck out once", async () => {
  await strike({});
  expect(await strike({})).toMatchObject({ code: "no-interval" });
});

test("who may not manage relays may neither strike out nor remove", async () => {
  const viewer = desk.people.counsel;
  const input = { relayId, kind: "uptime" as const, from: FROM, ip: null, now: NOW };
  expect(await strikeInterval(desk.db, viewer, input)).toMatchObject({ code: "forbidden" });
  expect(await removeRelay(desk.db, viewer, { relayId, now: NOW })).toMatchObject({
    code: "forbidden",
  });
});

test("a relay that is removed is gone with its history, and remembered as nobody's", async () => {
  await strike({});
  expect(await removeRelay(desk.db, desk.people.owner, { relayId, now: NOW })).toEqual({
    ok: true,
  });
  expect(await listRelays(desk.db, desk.people.owner)).toEqual([]);
  expect(await desk.db.strike.count()).toBe(0);
  expect(await desk.db.familyOffer.findMany()).toMatchObject([
    { fingerprint: RELAY.fingerprint, answer: "declined" },
  ]);
  expect(await removeRelay(desk.db, desk.people.owner, { relayId, now: NOW })).toMatchObject({
    code: "not-found",
  });
});
