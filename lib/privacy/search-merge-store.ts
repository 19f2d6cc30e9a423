import type { Db } from "../db/client.ts";

/** Pages of the index a step writes: a fraction of a second. */
const PAGES = 500;
const MAX_STEPS = 2_000;

/**
 * A word taken out of the full text index is only marked as gone there until its parts are merged
 * (https://www.sqlite.org/fts5.html#the_merge_command). This merges them, in steps that let others write in between, so that
 * a purged word stands nowhere in the file. PostgreSQL forgets rows when it vacuums, which it does by itself (docs/scale.md).
 */
export async function forgetWords(db: Db): Promise<void> {
  if (db.$dialect === "postgresql") return;
  for (let step = 0; step < MAX_STEPS; step++) {
    const before = await changes(db);
    // The first step, told by a number below zero, makes all parts of the index one to be merged; the others go on with it.
    const pages = step === 0 ? -PAGES : PAGES;
    await db.$executeRaw`INSERT INTO "OpenSearch" ("OpenSearch", rank) VALUES ('merge', ${pages})`;
    // Fewer than two changes: there is nothing left to merge.
    if ((await changes(db)) - before < 2) break;
  }
}

async function changes(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number | bigint }[]>`SELECT total_changes() AS n`;
  return Number(row?.n ?? 0);
}
