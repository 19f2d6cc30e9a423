import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeExitPolicy, planPolicyChange } from "../relays/change-exit-policy.ts";
import { askControl, onControl } from "../relays/control.ts";
import { putSource } from "../relays/source-store.ts";
import { aControlTor, hashedPassword } from "../testing/a-control-tor.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { endMitigation } from "./end-mitigation.ts";
import { expireMitigations } from "./expire-mitigations.ts";
import { findMitigation } from "./mitigation-store.ts";
import { proposeMitigation } from "./propose-mitigation.ts";
import { planMitigation, startByControl } from "./start-mitigation.ts";

const DAY = 24 * 3_600_000;
const KEY = new Uint8Array(32).fill(3);
const LINE = "reject 203.0.113.5:22";
let desk: Awaited<ReturnType<typeof aDesk>>;
let tor: Awaited<ReturnType<typeof aControlTor>>;
let sourceId: string;
let where: string;
beforeAll(async () => {
  desk = await aDesk();
  tor = await aControlTor([
    `HashedControlPassword ${hashedPassword("a password")}`,
    "ControlPort 127.0.0.1:auto",
    "ExitRelay 1",
    "ExitPolicy accept *:22, reject *:25",
    "ExitPolicy reject *:*",
  ]);
  where =
    /127\.0\.0\.1:\d+/.exec(readFileSync(join(tor.folder, "control-port"), "utf8"))?.[0] ?? "";
  const given = { name: "tor here", settings: { kind: "control" as const, where }, enabled: true };
  await putSource(
    desk.db,
    null,
    { ...given, password: "a password" },
    { now: NOW, secretKey: KEY },
  );
  sourceId = (await desk.db.relaySource.findFirstOrThrow()).id;
});
afterAll(async () => {
  await tor.close();
  await desk.close();
});

async function propose(lines = LINE) {
  const asked = { caseId: null, lines, relays: [], days: 7, reason: "a test", now: NOW };
  const made = await proposeMitigation(desk.db, desk.people.owner, asked);
  if (!made.ok) throw new Error(made.text);
  return made.id;
}
async function start(id: string) {
  const input = { id, sourceId, now: NOW };
  const planned = await planMitigation(desk.db, desk.people.owner, input, KEY);
  if (!planned.ok) throw new Error(planned.text);
  const command = planned.command ?? "";
  return await startByControl(desk.db, desk.people.owner, { ...input, command }, KEY);
}
async function inForce(): Promise<boolean> {
  const facts = await askControl(where, "a password");
  if ("flaw" in facts) throw new Error(facts.flaw);
  return facts.fullPolicy.includes(LINE);
}
const find = async (id: string) => await findMitigation(desk.db, desk.people.owner, id);

test("nothing is sent but what was shown; the worker takes it out again on its day", async () => {
  const id = await propose();
  const wrong = { id, sourceId, command: "SETCONF ExitPolicy=other", now: NOW };
  expect(await startByControl(desk.db, desk.people.owner, wrong, KEY)).toMatchObject({
    code: "control",
  });
  expect(await find(id)).toMatchObject({ state: "proposed", how: null });
  expect(await inForce()).toBe(false);

  expect(await start(id)).toEqual({ ok: true });
  expect(await find(id)).toMatchObject({ state: "active", how: "control", from: NOW });
  expect(await inForce()).toBe(true);

  await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 2 * 3_600_000 });
  expect(await find(id)).toMatchObject({ state: "active", problem: null });
  await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 7 * DAY });
  expect(await inForce()).toBe(false);
  const over = await find(id);
  expect(over).toMatchObject({ state: "expired", outAt: NOW + 7 * DAY });
  expect(over?.steps.map(({ kind }) => kind)).toEqual([
    "proposed",
    "proposed",
    "failed",
    "proposed",
    "in-force",
    "out",
  ]);
});

test("what two mitigations close stays closed until the second ends", async () => {
  const [first, second] = [await propose(), await propose(`${LINE}\nreject *:6667`)];
  expect(await start(first)).toEqual({ ok: true });
  expect(await start(second)).toEqual({ ok: true });
  await endMitigation(desk.db, desk.people.owner, { id: first, now: NOW }, KEY);
  expect(await inForce()).toBe(true);
  await endMitigation(desk.db, desk.people.owner, { id: second, now: NOW }, KEY);
  expect(await inForce()).toBe(false);
});

test("the operator's own line is not taken for the desk's", async () => {
  const id = await propose("reject *:*");
  const input = { id, sourceId, now: NOW };
  expect(await planMitigation(desk.db, desk.people.owner, input, KEY)).toMatchObject({
    code: "own-line",
  });
});

test("a reload makes tor forget it: that is noticed and told", async () => {
  const id = await propose();
  expect(await start(id)).toEqual({ ok: true });
  await onControl(where, "a password", (line) => changeExitPolicy(line, { take: [LINE] }, null));
  await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 2 * 3_600_000 });
  expect(await find(id)).toMatchObject({ state: "removed", outAt: NOW + 2 * 3_600_000 });
});

test("a tor that cannot be asked when the time is over is asked again, and nobody is told it is out", async () => {
  const id = await propose();
  expect(await start(id)).toEqual({ ok: true });
  const settings = { kind: "control" as const, where: "127.0.0.1:1" };
  await desk.db.relaySource.update({ where: { id: sourceId }, data: { settings } });
  await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 7 * DAY });
  expect(await find(id)).toMatchObject({
    state: "expired",
    outAt: null,
    problem: expect.stringMatching(/nothing listens/),
  });
  expect(await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 7 * DAY + 1000 })).toBe(0);
  await desk.db.relaySource.update({
    where: { id: sourceId },
    data: { settings: { kind: "control", where } },
  });
  await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 7 * DAY + 120_000 });
  expect(await find(id)).toMatchObject({ state: "expired", outAt: NOW + 7 * DAY + 120_000 });
  expect(
    await onControl(where, "a password", (line) => planPolicyChange(line, { take: [LINE] })),
  ).toMatchObject({ command: null });
});
