import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { tokenHash } from "@/lib/accounts/secret-token.ts";
import { type Db, openDb } from "@/lib/db/client.ts";
import { migrate } from "@/lib/db/migrate.ts";
import { POST } from "./route.ts";

const TOKEN = "a-token-of-the-tests-000000";
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
});
afterAll(async () => {
  await db.$disconnect();
  rmSync(folder, { recursive: true, force: true });
});

type Given = { token?: string | null; type?: string; body?: BodyInit };
async function post({
  token = TOKEN,
  type = "message/rfc822",
  body = "Subject: x\r\n\r\ny",
}: Given) {
  const headers = new Headers({ "content-type": type });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const answer = await POST(new Request("http://localhost/api/intake", init));
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
}
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
