import { execFile } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { PER_MINUTE } from "@/lib/accounts/api-scope.ts";
import { tokenHash } from "@/lib/accounts/secret-token.ts";
import { readSecretKey, seal, signingSecretOf } from "@/lib/config/secret.ts";
import { type Db, openDb } from "@/lib/db/client.ts";
import { migrate } from "@/lib/db/migrate.ts";
import { noteTaken } from "@/lib/intake/seen-signature-store.ts";
import { POST } from "./route.ts";

const TOKEN = "a-token-of-the-tests-000000";
const SECRET = "a-secret-of-the-tests-00000";
const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-webhook-"));
const url = `file:${path.join(folder, "desk.db")}`;
let db: Db;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", folder);
  await migrate(url, process.cwd());
  db = openDb(url);
  const row = (name: string, token: string) => ({
    name,
    tokenHash: tokenHash(token),
    createdAt: new Date(0),
  });
  await db.apiToken.create({ data: row("gateway", TOKEN) });
  await db.apiToken.create({ data: { ...row("old", `${TOKEN}-old`), revokedAt: new Date(0) } });
  await db.apiToken.create({ data: { ...row("monitor", `${TOKEN}-m`), scope: "metrics" } });
  await db.apiToken.create({ data: { ...row("later", `${TOKEN}-l`), scope: "of a later desk" } });
  for (const id of ["one", "two", "gone"]) {
    const signingSecret = seal(`${SECRET}-${id}`, signingSecretOf(id), readSecretKey(folder));
    const revokedAt = id === "gone" ? new Date(0) : null;
    const data = { id, name: `signs ${id}`, signingSecret, createdAt: new Date(0), revokedAt };
    await db.apiToken.create({ data });
  }
});
beforeEach(async () => {
  await db.counter.deleteMany();
});
afterAll(async () => {
  await db.$disconnect();
  rmSync(folder, { recursive: true, force: true });
});

type Given = {
  token?: string | null;
  type?: string;
  body?: BodyInit;
  more?: Record<string, string>;
};
async function post({
  token = TOKEN,
  type = "message/rfc822",
  body = "Subject: x\r\n\r\ny",
  more = {},
}: Given) {
  const headers = new Headers({ "content-type": type, ...more });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const answer = await POST(new Request("http://localhost/api/intake", init));
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
}
/** The headers of a signed request, as its sender makes them. */
function signed(
  body: string,
  { key = "one", secret = `${SECRET}-one`, at = Date.now(), signs = body } = {},
) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac("sha256", secret).update(`${timestamp}.${signs}`).digest("hex");
  return {
    "exitdesk-key": key,
    "exitdesk-timestamp": timestamp,
    "exitdesk-signature": signature,
  };
}
const postSigned = (body: string, given: Parameters<typeof signed>[1] = {}) =>
  post({ token: null, body, more: signed(body, given) });

/** A body without a length, `megabytes` long; tells how much of it was asked for. */
function stream(megabytes: number) {
  const asked = { megabytes: 0 };
  const body = new ReadableStream({
    pull(controller) {
      if (asked.megabytes >= megabytes) return controller.close();
      asked.megabytes += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  return { asked, body };
}

test("bytes of every value are stored as they came; the same again is a duplicate", async () => {
  const body = Buffer.concat([
    Buffer.from("Subject: x\r\n\r\n.\r\n..\n\r\0"),
    Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  ]);
  const sha256 = createHash("sha256").update(body).digest("hex");
  expect(await post({ body })).toMatchObject({ status: 202, json: { sha256, duplicate: false } });
  expect(await post({ body })).toMatchObject({ status: 202, json: { sha256, duplicate: true } });
  const raw = await db.rawMail.findUniqueOrThrow({ where: { sha256 } });
  expect(gunzipSync(raw.gzip).equals(body)).toBe(true);
  const sightings = await db.sighting.findMany({ where: { rawSha256: sha256 } });
  expect(sightings).toMatchObject([{ via: "webhook", source: "gateway", outcome: "stored" }]);
});

test.each([
  ["no token", { token: null }, 401],
  ["a token of nobody", { token: "b-token-of-the-tests-000000" }, 401],
  ["a token that was taken back", { token: `${TOKEN}-old` }, 401],
  ["a token for something else", { token: `${TOKEN}-m` }, 403],
  ["a token for something this desk does not know", { token: `${TOKEN}-l` }, 401],
  ["a form", { type: "application/x-www-form-urlencoded" }, 415],
  ["a type that only begins alike", { type: "message/rfc822-headers" }, 415],
  ["no body", { body: "" }, 400],
])("%s is refused with the remedy, and nothing is stored", async (_, given, status) => {
  const before = await db.rawMail.count();
  const answer = await post(given);
  expect(answer.status).toBe(status);
  expect(answer.json.error).toMatch(/^[A-Z].{20,}\.$/);
  expect(await db.rawMail.count()).toBe(before);
});

test("too large without saying so before is refused once the limit is passed", async () => {
  const { asked, body } = stream(80);
  expect((await post({ body })).status).toBe(413);
  expect(asked.megabytes).toBeLessThan(55);
});

test("a stranger's body is not read", async () => {
  const { asked, body } = stream(80);
  expect((await post({ body, token: null })).status).toBe(401);
  expect(asked.megabytes).toBeLessThan(3);
});

test("a database that fails is a 503 with a time to come back, without the mail's words", async () => {
  await db.$executeRawUnsafe(
    "CREATE TRIGGER refuse BEFORE INSERT ON RawMail BEGIN SELECT RAISE(ABORT, 'refused'); END",
  );
  const answer = await post({ body: "Subject: secret\r\n\r\nsecret" });
  await db.$executeRawUnsafe("DROP TRIGGER refuse");
  expect(answer).toMatchObject({
    status: 503,
    json: { error: expect.stringMatching(/nothing was changed/) },
  });
  expect(answer.headers.get("retry-after")).toBe("60");
  expect(JSON.stringify(answer.json)).not.toContain("secret");
  expect((await post({ body: "Subject: secret\r\n\r\nsecret" })).json.duplicate).toBe(false);
});

test("a body that breaks off is not stored", async () => {
  const before = await db.rawMail.count();
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode("Subject: half"));
      controller.error(new Error("gone"));
    },
  });
  expect((await post({ body })).status).toBe(503);
  expect(await db.rawMail.count()).toBe(before);
});

test("a signed mail is stored; the same request again is answered, and makes no second", async () => {
  const body = "Subject: signed\r\n\r\nonce";
  const more = signed(body);
  const sha256 = createHash("sha256").update(body).digest("hex");
  const mails = await db.sighting.count();
  const send = () => post({ token: null, body, more });
  expect(await send()).toMatchObject({ status: 202, json: { sha256, duplicate: false } });
  expect(await send()).toMatchObject({ status: 202, json: { sha256, duplicate: true } });
  const both = await Promise.all([send(), send()]);
  expect(both.map(({ json }) => json.duplicate)).toEqual([true, true]);
  expect(await db.sighting.count()).toBe(mails + 1);
  expect(await db.seenSignature.count()).toBe(1);
  const [sighting] = await db.sighting.findMany({ where: { rawSha256: sha256 } });
  expect(sighting).toMatchObject({ via: "webhook", source: "signs one" });
});

test("a replay of what was stored is a duplicate even where its signature was not kept: nothing is lost by a crash between the two", async () => {
  const body = "Subject: crash\r\n\r\nbetween";
  const more = signed(body);
  expect((await post({ token: null, body, more })).json.duplicate).toBe(false);
  await db.seenSignature.deleteMany();
  expect((await post({ token: null, body, more })).json.duplicate).toBe(true);
  expect(await db.seenSignature.count()).toBe(1);
});

test("when the signature cannot be kept the mail is, and the sender is told to repeat", async () => {
  await db.$executeRawUnsafe(
    "CREATE TRIGGER refuse BEFORE INSERT ON SeenSignature BEGIN SELECT RAISE(ABORT, 'refused'); END",
  );
  const body = "Subject: half\r\n\r\nkept";
  const more = signed(body);
  expect((await post({ token: null, body, more })).status).toBe(503);
  await db.$executeRawUnsafe("DROP TRIGGER refuse");
  expect(await post({ token: null, body, more })).toMatchObject({
    status: 202,
    json: { duplicate: true },
  });
});

test.each([
  ["the wrong secret", { secret: `${SECRET}-two` }, 401],
  ["another key's name", { key: "two" }, 401],
  ["a key of nobody", { key: "three" }, 401],
  ["a key that was taken back", { key: "gone", secret: `${SECRET}-gone` }, 401],
  ["a key that does not sign", { key: "gateway", secret: TOKEN }, 401],
  ["another body", { signs: "Subject: other" }, 401],
  ["a time six minutes ago", { at: Date.now() - 360_000 }, 401],
  ["a time in six minutes", { at: Date.now() + 360_000 }, 401],
])("signed with %s it is refused, and nothing is stored", async (_, given, status) => {
  const before = await db.rawMail.count();
  const answer = await postSigned("Subject: not taken", given);
  expect(answer.status).toBe(status);
  expect(answer.json.error).toMatch(/^[A-Z].{20,}\.$/);
  expect(await db.rawMail.count()).toBe(before);
});

test.each([
  { "exitdesk-timestamp": "0x66" },
  { "exitdesk-timestamp": "17727552000000" },
  { "exitdesk-signature": "00" },
  { "exitdesk-signature": "z".repeat(64) },
  { "exitdesk-key": "k".repeat(65) },
  { "exitdesk-key": "" },
])("%o is no signature", async (wrong) => {
  const body = "Subject: malformed";
  expect((await post({ body, more: { ...signed(body), ...wrong } })).status).toBe(400);
});

test("two keys sign side by side, also the same mail, and four minutes off is in time", async () => {
  const body = "Subject: two\r\n\r\nkeys";
  const two = { key: "two", secret: `${SECRET}-two`, at: Date.now() - 240_000 };
  expect((await postSigned(body)).json.duplicate).toBe(false);
  expect(await postSigned(body, two)).toMatchObject({ status: 202, json: { duplicate: true } });
  const used = await db.apiToken.findUniqueOrThrow({ where: { id: "two" } });
  expect(used.lastUsedAt?.getTime()).toBeGreaterThan(Date.now() - 120_000);
});

test("a timestamp that was changed does not fit the signature", async () => {
  const body = "Subject: time";
  const old = signed(body, { at: Date.now() - 120_000 });
  const more = { ...old, "exitdesk-timestamp": String(Math.floor(Date.now() / 1000)) };
  expect((await post({ token: null, body, more })).status).toBe(401);
});

test("the body of a request with an old time, or of an unknown key, is not read", async () => {
  for (const given of [{ at: 1e12 }, { key: "three" }]) {
    const { asked, body } = stream(80);
    expect((await post({ token: null, body, more: signed("", given) })).status).toBe(401);
    expect(asked.megabytes).toBeLessThan(3);
  }
});

test("signatures that are too old to come again go", async () => {
  const now = Date.now();
  await noteTaken(db, { id: "old", expiresAt: now - 1 }, now - 10);
  await noteTaken(db, { id: "young", expiresAt: now + 1000 }, now);
  await noteTaken(db, { id: "young", expiresAt: now + 1000 }, now);
  const ids = (await db.seenSignature.findMany({ select: { id: true } })).map(({ id }) => id);
  expect(ids).toContain("young");
  expect(ids).not.toContain("old");
});

test("a token has so many requests a minute, and uses up nobody else's; unknown ones are not counted", async () => {
  const row = await db.apiToken.findUniqueOrThrow({ where: { name: "gateway" } });
  const [key, count] = [`api:${row.id}`, PER_MINUTE.intake - 1];
  await db.counter.create({ data: { key, count, startedAt: new Date() } });
  expect((await post({})).status).toBe(202);
  const refused = await post({});
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("60");
  expect((await postSigned("Subject: other token")).status).toBe(202);
  await post({ token: "b-token-of-the-tests-000000" });
  await postSigned("Subject: x", { key: "three" });
  expect(await db.counter.count()).toBe(2);
  await db.counter.updateMany({ data: { startedAt: new Date(Date.now() - 61_000) } });
  expect((await post({})).status).toBe(202);
});

test("what docs/webhook.md says to run is a mail in the desk", async () => {
  const doc = readFileSync("docs/webhook.md", "utf8");
  const [, script = ""] = /```sh\n([\s\S]*?)```/.exec(doc) ?? [];
  const server = createServer(async (asked, response) => {
    const headers = new Headers(asked.headers as Record<string, string>);
    const body = await buffer(asked);
    const url = `http://localhost${asked.url}`;
    const answer = await POST(new Request(url, { method: "POST", headers, body }));
    response.writeHead(answer.status).end(await answer.text());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const desk = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ready = script
    .replace(/^DESK=.*$/m, `DESK=${desk}`)
    .replace(/^KEY=.*$/m, "KEY=two")
    .replace(/^SECRET=.*$/m, `SECRET=${SECRET}-two`);
  const mail = Buffer.from("Subject: by hand\r\n\r\n\0\xff\r\n", "latin1");
  writeFileSync(path.join(folder, "mail.eml"), mail);
  const { stdout } = await promisify(execFile)("sh", ["-euc", ready], { cwd: folder });
  server.close();
  const sha256 = createHash("sha256").update(mail).digest("hex");
  expect(JSON.parse(stdout)).toEqual({ sha256, duplicate: false });
});
