import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "../db/client.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { resetPassword } from "./change-password.ts";
import { createOwner } from "./create-user.ts";
import { signIn } from "./sign-in.ts";
import { claimGlobalTry } from "./try-store.ts";
import { DESK_VIEWER, type Viewer } from "./viewer.ts";
import { ownWayIn, takeWayIn } from "./way-in.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const MINUTE = 60_000;
const PASSWORD = "correct horse battery";
const key = new Uint8Array(randomBytes(32));
const ada: Viewer = { userId: "x", login: "ada", role: "owner" };
let db: Db;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ db, close } = await scratchDb());
});
afterAll(async () => await close());
beforeEach(async () => {
  await db.user.deleteMany();
  await db.counter.deleteMany();
  await createOwner(db, { login: "ada", password: PASSWORD, now: NOW });
});

const link = async () => (await ownWayIn(db, ada, key)) ?? "";
const take = (text: string, now = NOW) => takeWayIn(db, text, { key, now });
const attempt = async (password: string, deviceToken: string | null, now = NOW) =>
  (await signIn(db, { login: "ada", password, deviceToken, now })).ok;

test("a stranger who never stops guessing cannot keep its owner out of a browser that forgets everything", {
  timeout: 30_000,
}, async () => {
  const way = await link();
  for (let minute = 0; minute < 30; minute += 3) {
    const now = NOW + minute * MINUTE;
    // The hundred of this window, and one more.
    await claimGlobalTry(db, now);
    await db.counter.update({ where: { key: "sign-in" }, data: { count: 100 } });
    await attempt("wrong password!!", null, now);
    expect(await attempt(PASSWORD, null, now)).toBe(false);
    expect(await take(way, now)).toBe(true);
    expect(await attempt(PASSWORD, way, now)).toBe(true);
  }
});

test("it opens nothing by itself, and tries that come with it are counted too", async () => {
  const way = await link();
  expect(await take(way)).toBe(true);
  for (let n = 0; n < 5; n += 1) expect(await attempt("wrong password!!", way)).toBe(false);
  expect(await take(way)).toBe(true);
  expect(await attempt(PASSWORD, way)).toBe(false);
  expect(await attempt(PASSWORD, null)).toBe(true);
});

test("nobody makes one: changed, of another person, another desk, an older password, a closed account", async () => {
  const way = await link();
  const [login = "", mac = ""] = way.split(".");
  const other = { key: new Uint8Array(randomBytes(32)), now: NOW };
  for (const text of [`eve.${mac}`, `${login}.${"0".repeat(40)}`, `${way}0`, "", "a".repeat(5000)])
    expect(await take(text), text.slice(0, 60)).toBe(false);
  expect(await takeWayIn(db, way, other)).toBe(false);
  expect(await db.knownDevice.count()).toBe(0);
  await resetPassword(db, DESK_VIEWER, { login: "ada", password: "another long password" });
  expect(await take(way)).toBe(false);
  const next = await link();
  await db.user.updateMany({ data: { disabledAt: new Date(NOW) } });
  expect(await take(next)).toBe(false);
});

test("a rotation of the keys leaves the bookmark as it is", async () => {
  const way = await link();
  const rotated = new Uint8Array(Buffer.concat([randomBytes(32), key]));
  expect(await takeWayIn(db, way, { key: rotated, now: NOW })).toBe(true);
});
