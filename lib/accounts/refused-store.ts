import type { Db } from "../db/client.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { addAudit } from "./audit-store.ts";

const QUARTER = 15 * 60_000;
const KEY = "refused";
/** Of what somebody asked for in a quarter of an hour, so much is named. */
const NAMED = 6;

/**
 * Counts that somebody was refused what their role does not allow, in one statement. `who`: a user id or `token:` and a name;
 * `what`: words of the desk's own, never what was asked with. An entry of the audit log each would let them fill the disk.
 */
export async function countRefusal(
  db: Db,
  { who, what }: { who: string; what: string },
  now: Instant,
): Promise<void> {
  const startedAt = new Date(now - (now % QUARTER));
  const key = JSON.stringify([KEY, startedAt.getTime(), who, what]);
  await db.$executeRaw`
    INSERT INTO "Counter" ("key", "startedAt", "count") VALUES (${key}, ${startedAt}, 1)
    ON CONFLICT ("key") DO UPDATE SET "count" = "Counter"."count" + 1`;
}

/** Writes the counts of the quarters of an hour that are over into the audit log: one entry for each who asked. Returns how many. */
export async function noteRefusals(db: Db, now: Instant): Promise<number> {
  const over = {
    key: { startsWith: `["${KEY}",` },
    startedAt: { lt: new Date(now - (now % QUARTER)) },
  };
  if ((await db.counter.count({ where: over })) === 0) return 0;
  return await db.$transaction(async (tx) => {
    const rows = await tx.counter.findMany({ where: over, orderBy: { key: "asc" } });
    await tx.counter.deleteMany({ where: { key: { in: rows.map(({ key }) => key) } } });
    const told = tellBy(rows);
    for (const { who, startedAt, counts } of told) {
      const what = `refused: ${counted(counts)}; ${toIso(startedAt)}, 15 min`;
      await addAudit(tx, who, { kind: "refused", what });
    }
    return told.length;
  });
}

type Told = { who: string; startedAt: Instant; counts: [what: string, count: number][] };

function tellBy(rows: readonly { key: string; startedAt: Date; count: number }[]): Told[] {
  const told = new Map<string, Told>();
  for (const { key, startedAt, count } of rows) {
    const [, quarter, who = "", what = ""] = JSON.parse(key) as string[];
    const one = `${quarter} ${who}`;
    const before = told.get(one) ?? { who, startedAt: startedAt.getTime(), counts: [] };
    told.set(one, { ...before, counts: [...before.counts, [what, count]] });
  }
  return [...told.values()];
}

function counted(counts: readonly [what: string, count: number][]): string {
  const named = counts.slice(0, NAMED).map(([what, count]) => `${count} × ${what}`);
  const more = counts.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
