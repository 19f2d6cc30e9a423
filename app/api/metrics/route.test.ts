import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { tokenHash } from "@/lib/accounts/secret-token.ts";
import { type Db, openDb } from "@/lib/db/client.ts";
import { migrate } from "@/lib/db/migrate.ts";
import { GET } from "./route.ts";

const TOKEN = "a-token-of-the-tests-000000";
const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-metrics-"));
const url = `file:${path.join(folder, "desk.db")}`;
let db: Db;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", folder);
  await migrate(url, process.cwd());
  db = openDb(url);
  for (const scope of ["metrics", "reports", "intake"])
    await db.apiToken.create({
      data: {
        name: scope,
        scope,
        tokenHash: tokenHash(`${TOKEN}-${scope}`),
        createdAt: new Date(0),
      },
    });
});
afterAll(async () => {
  await db.$disconnect();
  rmSync(folder, { recursive: true, force: true });
});

function ask(headers: Record<string, string>) {
  return GET(new Request("http://127.0.0.1/api/metrics", { headers }));
}

test("a token for metrics gets text of version 0.0.4 that nobody may keep", async () => {
  const answer = await ask({ authorization: `Bearer ${TOKEN}-metrics` });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).toContain("\nexitdesk_mails_waiting 0\n");
});

test.each([
  [{}, 401],
  [{ cookie: "session=whatever" }, 401],
  [{ authorization: `Bearer ${TOKEN}-unknown` }, 401],
  [{ authorization: `Bearer ${TOKEN}-reports` }, 403],
  [{ authorization: `Bearer ${TOKEN}-intake` }, 403],
])("%o gets no number: %i", async (headers, status) => {
  const answer = await ask(headers as Record<string, string>);
  expect(answer.status).toBe(status);
  expect(await answer.text()).not.toContain("exitdesk_");
});

test("a desk whose database does not answer says so in one line", async () => {
  await db.$executeRawUnsafe('ALTER TABLE "Sighting" RENAME TO "Gone"');
  const answer = await ask({ authorization: `Bearer ${TOKEN}-metrics` });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ error: expect.stringContaining("doctor") });
});
