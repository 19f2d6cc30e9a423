import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchDb } from "../testing/scratch-db.ts";
import { verifyAudit } from "./audit-store.ts";
import { changePassword } from "./change-password.ts";
import { createOwner } from "./create-user.ts";
import { keepNotingFailures, noteFailures } from "./failed-sign-in-store.ts";
import { closeSession, endOtherSessions, endSession, listSessions } from "./session-store.ts";
import { signIn } from "./sign-in.ts";

const NOW = Date.parse("2026-03-01T12:02:00Z");
const MINUTE = 60_000;
const PASSWORD = "a long enough password";
let desk: Awaited<ReturnType<typeof scratchDb>>;
let userId: string;
beforeAll(async () => {
  desk = await scratchDb();
  const made = await createOwner(desk.db, { login: "ida", password: PASSWORD, now: NOW });
  userId = made.ok ? made.person.id : "";
});
afterAll(async () => await desk.close());

const viewer = () => ({ userId, login: "ida", role: "owner" as const });
const enter = async (password = PASSWORD, login = "ida", now = NOW) =>
  await signIn(desk.db, { login, password, deviceToken: null, now });
async function told(): Promise<string[][]> {
  const rows = await desk.db.auditEntry.findMany({
    where: { seq: { gt: 1 } },
    orderBy: { seq: "asc" },
  });
  return rows.map(({ by, kind, what }) => [by === userId ? "ida" : by, kind, what]);
}

test("who comes and goes is written down, and nothing but the login", async () => {
  const first = await enter();
  const second = await enter();
  if (!first.ok || !second.ok) throw new Error("the password is right");
  const here = { token: second.token, now: NOW };
  const other = (await listSessions(desk.db, viewer(), here)).find(({ isThis }) => !isThis);
  expect(await endSession(desk.db, viewer(), other?.handle ?? "")).toBe(1);
  expect(await endOtherSessions(desk.db, viewer(), second.token)).toBe(0);
  await closeSession(desk.db, second.token);
  await closeSession(desk.db, second.token);
  expect(await told()).toEqual([
    ["ida", "sign-in", "signed in"],
    ["ida", "sign-in", "signed in"],
    ["ida", "sign-in", "session ended"],
    ["ida", "sign-in", "signed out"],
  ]);
});

test("failures are counted by quarter of an hour and login, and what was typed is not kept", async () => {
  const before = (await told()).length;
  for (let times = 0; times < 3; times += 1) await enter("not the password");
  for (const typed of ["my-own-password", "nobody", "nobody"]) await enter("x", typed);
  expect(await noteFailures(desk.db, NOW + MINUTE)).toBe(0);
  expect((await told()).length).toBe(before);
  await enter("not the password", "ida", NOW + 14 * MINUTE);
  const round = keepNotingFailures(() => NOW + 30 * MINUTE);
  await round(desk.db);
  await round(desk.db);
  expect((await told()).slice(before)).toEqual([
    ["not known", "sign-in", "failed sign-ins, no such login: 3, 2026-03-01T12:00:00Z, 15 min"],
    ["not known", "sign-in", "failed sign-ins: 3 × ida, 2026-03-01T12:00:00Z, 15 min"],
    ["not known", "sign-in", "failed sign-ins: 1 × ida, 2026-03-01T12:15:00Z, 15 min"],
  ]);
  expect(JSON.stringify(await told())).not.toContain("my-own-password");
  expect(await desk.db.counter.count({ where: { key: { startsWith: "failed" } } })).toBe(0);
  expect(await noteFailures(desk.db, NOW + 60 * MINUTE)).toBe(0);
});

test("a flood of failures at the same moment adds one entry a login", async () => {
  const before = (await told()).length;
  const later = NOW + 120 * MINUTE;
  await Promise.all(Array.from({ length: 20 }, () => enter("x", "flood", later)));
  expect(await noteFailures(desk.db, later + 30 * MINUTE)).toBe(1);
  expect((await told()).slice(before)[0]?.[2]).toContain("no such login: 20,");
});

test("a changed password is an entry of its own, and the chain holds", async () => {
  const before = (await told()).length;
  const given = { current: PASSWORD, password: `${PASSWORD} too`, deviceToken: null };
  const done = await changePassword(desk.db, viewer(), { ...given, now: NOW + 300 * MINUTE });
  expect(done.ok).toBe(true);
  expect((await told()).slice(before).map(([, kind, what]) => [kind, what])).toEqual([
    ["people", "password changed: ida"],
    ["sign-in", "signed in"],
  ]);
  expect((await verifyAudit(desk.db)).broken).toBeNull();
});
