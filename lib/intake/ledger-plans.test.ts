import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchDb } from "../testing/scratch-db.ts";

let desk: Awaited<ReturnType<typeof scratchDb>>;

beforeAll(async () => {
  desk = await scratchDb();
});
afterAll(async () => await desk.close());

/** What each fetched mail asks the database; read through, an inbox of years would take hours. */
test.each([
  [
    "the UIDs of a folder",
    `SELECT "uid" FROM "Sighting" WHERE "mailboxId" = 'a' AND "uidValidity" = 'b' AND "uid" BETWEEN 1 AND 50`,
  ],
  ["known bytes", `SELECT "sha256" FROM "RawMail" WHERE "sha256" IN ('a', 'b')`],
  [
    "mails that are no case yet",
    `SELECT "id" FROM "Sighting" WHERE "triagedAt" IS NULL AND "outcome" = 'stored' LIMIT 100`,
  ],
  ["where bytes were seen", `SELECT "id" FROM "Sighting" WHERE "rawSha256" = 'a'`],
])("%s: looked up along an index", async (_, sql) => {
  if (desk.db.$dialect !== "sqlite") return;
  const plan = await desk.db.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`);
  for (const { detail } of plan) expect(detail).toMatch(/^SEARCH .* USING (COVERING )?INDEX/);
});
