import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Db, openDb } from "@/lib/db/client.ts";
import { migrate } from "@/lib/db/migrate.ts";
import { noteBeat } from "@/lib/db/worker-beat-store.ts";
import { GET as live } from "./live/route.ts";
import { GET as ready } from "./ready/route.ts";
import { GET as health } from "./route.ts";

const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-health-"));
const url = `file:${path.join(folder, "desk.db")}`;
let db: Db;

beforeAll(() => {
  vi.stubEnv("DATA_DIR", folder);
  db = openDb(url);
});
afterAll(async () => {
  await db.$disconnect();
  rmSync(folder, { recursive: true, force: true });
});

async function answers() {
  const all = await Promise.all([live(), health(), ready()]);
  return Promise.all(all.map(async (answer) => [answer.status, await answer.json()]));
}

test("from an empty folder to a desk that works: each answer turns when its part is there", async () => {
  const no = { live: true, ready: false, database: false, migrated: false, worker: false };
  expect(await answers()).toEqual([
    [200, { live: true }],
    [503, no],
    [503, no],
  ]);
  await migrate(url, process.cwd());
  const serves = { ...no, database: true, migrated: true };
  expect(await answers()).toEqual([
    [200, { live: true }],
    [200, serves],
    [503, serves],
  ]);
  await noteBeat(db, Date.now());
  const works = { ...serves, worker: true, ready: true };
  expect(await answers()).toEqual([
    [200, { live: true }],
    [200, works],
    [200, works],
  ]);
});
