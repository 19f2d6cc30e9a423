import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seal, signingSecretOf } from "../config/secret.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { admitCaller } from "./admit-caller.ts";
import { API_SCOPES, type ApiScope, PER_MINUTE } from "./api-scope.ts";
import { signatureOf } from "./request-signature.ts";
import { tokenHash } from "./secret-token.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const KEY = new Uint8Array(32).fill(7);
const SECRET = "a-secret-of-the-tests";
const BODY = Buffer.from("Subject: x\r\n\r\ny");
const tokenOf = (scope: ApiScope) => `a-token-of-the-tests-for-${scope}`;
let scratch: Awaited<ReturnType<typeof scratchDb>>;

beforeAll(async () => {
  scratch = await scratchDb();
  const createdAt = new Date(NOW);
  for (const scope of API_SCOPES)
    await scratch.db.apiToken.create({
      data: { id: scope, name: scope, scope, tokenHash: tokenHash(tokenOf(scope)), createdAt },
    });
  for (const [id, key] of [
    ["signs", KEY],
    ["lost", new Uint8Array(32).fill(8)],
  ] as const) {
    const signingSecret = seal(SECRET, signingSecretOf(id), key);
    await scratch.db.apiToken.create({ data: { id, name: id, signingSecret, createdAt } });
  }
});
afterAll(async () => await scratch.close());
beforeEach(async () => {
  await scratch.db.counter.deleteMany();
});

async function admit(
  headers: Record<string, string>,
  given: { scope?: ApiScope; now?: number } = {},
) {
  const all = { scope: "intake", now: NOW, secretKey: KEY, ...given } as const;
  return await admitCaller(scratch.db, (name) => headers[name] ?? null, all);
}
const shown = (scope: ApiScope) => ({ authorization: `Bearer ${tokenOf(scope)}` });
function signed(id: string, at = NOW) {
  const timestamp = String(at / 1000);
  return {
    "exitdesk-key": id,
    "exitdesk-timestamp": timestamp,
    "exitdesk-signature": signatureOf(SECRET, timestamp, BODY).toString("hex"),
  };
}

test.each(API_SCOPES)("a token that may %s may do that and nothing else", async (has) => {
  for (const scope of API_SCOPES) {
    const answer = await admit(shown(has), { scope });
    expect(answer).toMatchObject(scope === has ? { caller: { scope: has } } : { refused: "scope" });
  }
});

test("requests in the same moment share no count, and the next minute is a new one", async () => {
  const left = 3;
  const count = PER_MINUTE.metrics - left;
  const startedAt = new Date(NOW);
  await scratch.db.counter.create({ data: { key: "api:metrics", startedAt, count } });
  const ask = (now = NOW) => admit(shown("metrics"), { scope: "metrics", now });
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask()));
  expect(answers.filter((answer) => !("refused" in answer))).toHaveLength(left);
  expect(answers.filter((answer) => "refused" in answer)[0]).toMatchObject({ refused: "too-many" });
  expect(await ask(NOW + 60_000)).toMatchObject({ caller: { name: "metrics" } });
});

test("a signature is HMAC-SHA256 over time, full stop and body; every other body is refused", async () => {
  const timestamp = String(NOW / 1000);
  const expected = createHmac("sha256", SECRET).update(`${timestamp}.${BODY}`).digest("hex");
  expect(signed("signs")["exitdesk-signature"]).toBe(expected);
  const admitted = await admit(signed("signs"));
  if ("refused" in admitted) throw new Error(admitted.text);
  expect(admitted.once?.expiresAt).toBeGreaterThan(NOW + 300_000);
  expect(await admitted.check(BODY)).toBeNull();
  for (let at = 0; at < BODY.length; at += 1) {
    const other = Buffer.from(BODY);
    other[at] = (other[at] ?? 0) ^ 1;
    expect(await admitted.check(other)).toMatchObject({ refused: "signature" });
  }
  expect(await admitted.check(Buffer.concat([BODY, Buffer.from("\n")]))).not.toBeNull();
});

test.each([
  [-300_000, false],
  [300_000, false],
  [-301_000, true],
  [301_000, true],
])("signed %i ms from now: refused %s", async (off, refused) => {
  expect("refused" in (await admit(signed("signs", NOW + off)))).toBe(refused);
});

test("the row of a signature outlives the last moment it could be sent again", async () => {
  for (const off of [-300_000, 0, 300_000]) {
    const admitted = await admit(signed("signs", NOW + off));
    if ("refused" in admitted) throw new Error(admitted.text);
    const over = (admitted.once?.expiresAt ?? 0) + 1000;
    expect(await admit(signed("signs", NOW + off), { now: over })).toMatchObject({
      refused: "stale",
    });
  }
});

test("the last use is kept to the minute, and only of what was let in", async () => {
  const usedAt = async (id: string) =>
    (await scratch.db.apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime() ?? null;
  await scratch.db.apiToken.updateMany({ data: { lastUsedAt: null } });
  const later = NOW + 3_600_000;
  await admit(shown("reports"), { now: later });
  expect(await usedAt("reports")).toBeNull();
  await admit(shown("reports"), { scope: "reports", now: later });
  await admit(shown("reports"), { scope: "reports", now: later + 30_000 });
  expect(await usedAt("reports")).toBe(later);
  await admit(shown("reports"), { scope: "reports", now: later + 60_000 });
  expect(await usedAt("reports")).toBe(later + 60_000);
});

test("a secret that does not open is a fault of the desk's, not a refusal", async () => {
  await expect(admit(signed("lost"))).rejects.toThrow("cannot be opened");
});

test("nothing is counted for strangers", async () => {
  await admit({ authorization: "Bearer somebody-elses-token-0000" });
  await admit(signed("nobody"));
  await admit({});
  expect(await scratch.db.counter.count()).toBe(0);
});
