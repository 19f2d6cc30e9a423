import { generate } from "otplib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "../db/client.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { createOwner } from "./create-user.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { codeStep, newSeed, seedUri } from "./one-time-code.ts";
import {
  beginCodes,
  confirmCodes,
  renewRecoveryCodes,
  switchCodesOff,
  takeCodesAway,
} from "./one-time-codes.ts";
import { requireCodes } from "./require-codes.ts";
import { takeSecondFactor } from "./second-factor.ts";
import { readSession } from "./session-store.ts";
import { signIn } from "./sign-in.ts";
import { readTotp } from "./totp-store.ts";
import type { Viewer } from "./viewer.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const STEP = 30_000;
const MINUTE = 60_000;
const PASSWORD = "correct horse battery";
const key = new Uint8Array(32).fill(7);
let db: Db;
let close: () => Promise<void>;
let ada: Viewer;

beforeAll(async () => {
  ({ db, close } = await scratchDb());
});
afterAll(async () => await close());
beforeEach(async () => {
  await db.user.deleteMany();
  await db.counter.deleteMany();
  await db.setting.deleteMany();
  const made = await createOwner(db, { login: "ada", password: PASSWORD, now: NOW });
  if (!made.ok) throw new Error(made.text);
  ada = { userId: made.person.id, login: "ada", role: "owner" };
});

const proof = (code: string, now: number, password = PASSWORD) => ({
  password,
  code,
  deviceToken: null,
  key,
  now,
});
const codeAt = async (now: number) => {
  const totp = await readTotp(db, ada.userId, key);
  return await generate({ secret: totp?.seed ?? "", epoch: Math.floor(now / 1000) });
};
/** Codes on since two steps before NOW; the recovery codes. */
async function switchOn(): Promise<string[]> {
  const before = NOW - 2 * STEP;
  expect(await beginCodes(db, ada, proof("", before))).toEqual({ ok: true });
  const confirmed = await confirmCodes(db, ada, {
    code: await codeAt(before),
    token: null,
    key,
    now: before,
  });
  if (!confirmed.ok) throw new Error(confirmed.text);
  return confirmed.codes;
}
async function firstStep(now = NOW): Promise<string> {
  const answer = await signIn(db, { login: "ada", password: PASSWORD, deviceToken: null, now });
  if (answer.ok || !("half" in answer)) throw new Error("no second step");
  return answer.half;
}
const secondStep = (half: string, code: string, now = NOW) =>
  finishSignIn(db, { half, code, deviceToken: null, key, now });

test("the secret is 160 bits in base32, and the picture names desk and person", () => {
  const seed = newSeed();
  expect(seed).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(seedUri("ada", seed));
  expect([uri.protocol, uri.host, uri.pathname]).toEqual(["otpauth:", "totp", "/Exitdesk:ada"]);
  expect(uri.searchParams.get("secret")).toBe(seed);
});

/** RFC 6238 appendix B, SHA-1, the last six of eight digits. */
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [20_000_000_000, "353130"],
])("at second %s of the RFC's vectors the code is %s", async (seconds, code) => {
  const seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  const at = { after: 0, now: seconds * 1000 };
  expect(await codeStep(seed, code, at)).toBe(Math.floor(seconds / 30));
  expect(await codeStep(seed, code, { after: 0, now: at.now + 30_000 })).not.toBeNull();
  expect(await codeStep(seed, code, { after: 0, now: at.now + 90_000 })).toBeNull();
  expect(await codeStep(seed, code, { ...at, after: Math.floor(seconds / 30) })).toBeNull();
});

test.each(["", "12345", "1234567", "12a456", "１２３４５６", "9".repeat(5000)])(
  "%j is no code, and no error",
  async (typed) => {
    expect(await codeStep(newSeed(), typed, { after: 0, now: NOW })).toBeNull();
  },
);

test("codes begin with the password and are asked for only once a first one is right", async () => {
  expect(await beginCodes(db, ada, proof("", NOW, "wrong"))).toMatchObject({ code: "wrong-proof" });
  expect(await beginCodes(db, ada, proof("", NOW))).toEqual({ ok: true });
  const half = await signIn(db, { login: "ada", password: PASSWORD, deviceToken: null, now: NOW });
  expect(half.ok).toBe(true);
  const given = { token: null, key, now: NOW };
  expect(await confirmCodes(db, ada, { ...given, code: "000000" })).toMatchObject({ ok: false });
  const confirmed = await confirmCodes(db, ada, { ...given, code: await codeAt(NOW) });
  expect(confirmed).toMatchObject({ ok: true, codes: { length: 10 } });
  expect(await beginCodes(db, ada, proof("", NOW))).toMatchObject({ code: "codes-on" });
  const next = await signIn(db, { login: "ada", password: PASSWORD, deviceToken: null, now: NOW });
  expect(next).toMatchObject({ ok: false, code: "code-next" });
});

test("switching codes on ends the sessions opened without one, not this one", async () => {
  const tokens: string[] = [];
  for (const _ of [1, 2]) {
    const answer = await signIn(db, {
      login: "ada",
      password: PASSWORD,
      deviceToken: null,
      now: NOW,
    });
    if (answer.ok) tokens.push(answer.token);
  }
  await beginCodes(db, ada, proof("", NOW));
  const code = await codeAt(NOW);
  await confirmCodes(db, ada, { code, token: tokens[0] ?? null, key, now: NOW });
  expect(await readSession(db, tokens[0] ?? null, NOW)).not.toBeNull();
  expect(await readSession(db, tokens[1] ?? null, NOW)).toBeNull();
});

test("password, then code: half a sign-in is no session and serves once", async () => {
  await switchOn();
  const half = await firstStep();
  expect(await readSession(db, half, NOW)).toBeNull();
  const code = await codeAt(NOW);
  const done = await secondStep(half, code);
  if (!done.ok) throw new Error(done.text);
  expect((await readSession(db, done.token, NOW))?.viewer.login).toBe("ada");
  expect(await secondStep(half, await codeAt(NOW + STEP))).toMatchObject({ code: "half-over" });
});

test("a code serves once, also for two who type it at the same moment", async () => {
  await switchOn();
  const [one, two] = [await firstStep(), await firstStep()];
  const code = await codeAt(NOW);
  const answers = [await secondStep(one, code), await secondStep(two, code)];
  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  const next = await codeAt(NOW + STEP);
  const at = { key, now: NOW + STEP };
  const raced = await Promise.all(
    [1, 2, 3, 4, 5].map(() => takeSecondFactor(db, ada.userId, next, at)),
  );
  expect(raced.filter(Boolean)).toHaveLength(1);
});

test("half a sign-in ends after ten minutes, with a new password, and when the person is disabled", async () => {
  await switchOn();
  const late = await firstStep();
  const after = NOW + 11 * MINUTE;
  expect(await secondStep(late, await codeAt(after), after)).toMatchObject({ code: "half-over" });
  const half = await firstStep();
  await db.user.update({ where: { id: ada.userId }, data: { disabledAt: new Date(NOW) } });
  expect(await secondStep(half, await codeAt(NOW))).toMatchObject({ code: "half-over" });
});

test("no code of a made-up browser value", async () => {
  await switchOn();
  for (const half of ["", "x", "a".repeat(5000), "' OR 1=1 --"])
    expect(await secondStep(half, await codeAt(NOW))).toMatchObject({ code: "half-over" });
});

// Each try is a costly hash, and other tests may run beside it.
test("whoever has the password gets no fresh tries for codes by typing it again", {
  timeout: 20_000,
}, async () => {
  await switchOn();
  let looked = 0;
  for (let minute = 0; minute < 15; minute += 1) {
    const now = NOW + minute * MINUTE;
    for (let n = 0; n < 4; n += 1) {
      const before = (await db.user.findUniqueOrThrow({ where: { id: ada.userId } })).failedCount;
      const answer = await signIn(db, { login: "ada", password: PASSWORD, deviceToken: null, now });
      if (!answer.ok && "half" in answer) await secondStep(answer.half, "000000", now);
      const after = (await db.user.findUniqueOrThrow({ where: { id: ada.userId } })).failedCount;
      looked += after - before;
    }
  }
  expect(looked).toBeGreaterThan(3);
  expect(looked).toBeLessThanOrEqual(10);
});

test("a stranger's wrong codes do not keep the owner's own browser out", async () => {
  const first = await signIn(db, { login: "ada", password: PASSWORD, deviceToken: null, now: NOW });
  if (!first.ok) throw new Error(first.text);
  const { deviceToken } = first;
  await switchOn();
  for (let n = 0; n < 9; n += 1) {
    const answer = await signIn(db, {
      login: "ada",
      password: PASSWORD,
      deviceToken: null,
      now: NOW,
    });
    if (!answer.ok && "half" in answer) await secondStep(answer.half, "000000");
  }
  const own = await signIn(db, { login: "ada", password: PASSWORD, deviceToken, now: NOW });
  if (own.ok || !("half" in own)) throw new Error("no second step");
  const code = await codeAt(NOW);
  const done = await finishSignIn(db, { half: own.half, code, deviceToken, key, now: NOW });
  expect(done.ok).toBe(true);
});

test("each recovery code serves once, however it is typed; new ones end the old", async () => {
  const [one = "", two = "", three = ""] = await switchOn();
  expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  const typed = ` ${one.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")}`;
  expect((await secondStep(await firstStep(), typed)).ok).toBe(true);
  expect((await secondStep(await firstStep(), one)).ok).toBe(false);
  const renewed = await renewRecoveryCodes(db, ada, proof(two, NOW));
  if (!renewed.ok) throw new Error(renewed.text);
  expect(renewed.codes).toHaveLength(10);
  const later = NOW + 5 * MINUTE;
  expect((await secondStep(await firstStep(later), three, later)).ok).toBe(false);
});

test("the database holds neither the secret nor a recovery code", async () => {
  const codes = await switchOn();
  const seed = (await readTotp(db, ada.userId, key))?.seed ?? "";
  const dump = JSON.stringify([await db.totp.findMany(), await db.recoveryCode.findMany()]);
  for (const secret of [seed, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
    expect(dump).not.toContain(secret);
});

test("a secret copied to another person's row, or read with another key, opens nothing", async () => {
  await switchOn();
  const other = await db.user.create({
    data: { login: "bob", passwordHash: "x", role: "operator", createdAt: new Date(NOW) },
  });
  const { seed } = await db.totp.findUniqueOrThrow({ where: { userId: ada.userId } });
  await db.totp.create({
    data: { userId: other.id, seed, createdAt: new Date(NOW), confirmedAt: new Date(NOW) },
  });
  expect(await readTotp(db, other.id, key)).toBeNull();
  expect(await readTotp(db, ada.userId, new Uint8Array(32))).toBeNull();
  const answer = await signIn(db, {
    login: "ada",
    password: PASSWORD,
    deviceToken: null,
    now: NOW,
  });
  expect(answer).toMatchObject({ code: "code-next" });
});

test("codes go off with password and code only; an owner or the command line can take them away", async () => {
  await switchOn();
  const code = await codeAt(NOW);
  expect(await switchCodesOff(db, ada, proof("", NOW))).toMatchObject({ code: "wrong-proof" });
  expect(await switchCodesOff(db, ada, proof(code, NOW, "wrong"))).toMatchObject({
    code: "wrong-proof",
  });
  const later = NOW + 10 * MINUTE;
  expect(await switchCodesOff(db, ada, proof(await codeAt(later), later))).toEqual({ ok: true });
  expect(await takeCodesAway(db, ada, "ada")).toMatchObject({ code: "codes-off" });
  await switchOn();
  const operator: Viewer = { userId: "x", login: "x", role: "operator" };
  expect(await takeCodesAway(db, operator, "ada")).toMatchObject({ code: "forbidden" });
  expect(await takeCodesAway(db, ada, "ada")).toEqual({ ok: true });
  const answer = await signIn(db, {
    login: "ada",
    password: PASSWORD,
    deviceToken: null,
    now: NOW,
  });
  expect(answer.ok).toBe(true);
});

test("a role that needs codes: sessions lead to them first, and they cannot be switched off", async () => {
  const answer = await signIn(db, {
    login: "ada",
    password: PASSWORD,
    deviceToken: null,
    now: NOW,
  });
  if (!answer.ok) throw new Error(answer.text);
  const mustEnrol = async (token: string) => (await readSession(db, token, NOW))?.mustEnrol;
  expect(await mustEnrol(answer.token)).toBe(false);
  expect(await requireCodes(db, { ...ada, role: "operator" }, ["owner"])).toMatchObject({
    code: "forbidden",
  });
  await requireCodes(db, ada, ["owner"]);
  expect(await mustEnrol(answer.token)).toBe(true);
  const second = await signIn(db, {
    login: "ada",
    password: PASSWORD,
    deviceToken: null,
    now: NOW,
  });
  if (!second.ok) throw new Error(second.text);
  expect(await mustEnrol(second.token)).toBe(true);
  await beginCodes(db, ada, proof("", NOW));
  const given = { code: await codeAt(NOW), token: second.token, key, now: NOW };
  expect((await confirmCodes(db, ada, given)).ok).toBe(true);
  expect(await mustEnrol(second.token)).toBe(false);
  const later = NOW + STEP;
  const off = await switchCodesOff(db, ada, proof(await codeAt(later), later));
  expect(off).toMatchObject({ code: "codes-required" });
  await requireCodes(db, ada, []);
  expect((await switchCodesOff(db, ada, proof(await codeAt(later), later))).ok).toBe(true);
});
