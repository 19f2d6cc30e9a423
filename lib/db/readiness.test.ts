import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchDb } from "../testing/scratch-db.ts";
import { openDb } from "./client.ts";
import { knownMigrations } from "./known-migrations.ts";
import { readiness } from "./readiness-store.ts";
import { noteBeat } from "./worker-beat-store.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
let desk: Awaited<ReturnType<typeof scratchDb>>;
let wanted: string[];

beforeAll(async () => {
  desk = await scratchDb();
  wanted = knownMigrations(desk.url, process.cwd());
});
afterAll(async () => await desk.close());

test("a new desk has its tables and no worker yet", async () => {
  expect(wanted.length).toBeGreaterThan(0);
  expect(await readiness(desk.db, wanted, NOW)).toEqual({
    database: true,
    migrated: true,
    worker: false,
  });
});

test.each([
  [0, true],
  [89_000, true],
  [91_000, false],
  [-60_000, true],
  [-3_600_000, false],
])("a worker that said so %i ms ago works: %s", async (ago, worker) => {
  await noteBeat(desk.db, NOW - ago);
  expect((await readiness(desk.db, wanted, NOW)).worker).toBe(worker);
});

test("a database that lacks a migration of this version is not ready", async () => {
  await noteBeat(desk.db, NOW);
  const state = await readiness(desk.db, [...wanted, "20990101000000_of_a_later_version"], NOW);
  expect(state).toEqual({ database: true, migrated: false, worker: true });
});

test("a database that is not there is an answer, not an error", async () => {
  const nowhere = openDb(desk.url.replace(/desk[^/]*$/, "no-such-folder/desk.db"));
  expect(await readiness(nowhere, wanted, NOW)).toEqual({
    database: false,
    migrated: false,
    worker: false,
  });
  await nowhere.$disconnect();
});
