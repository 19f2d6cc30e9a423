import type { Db, Tx } from "../db/client.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { addAudit } from "./audit-store.ts";
import { noteRefusals } from "./refused-store.ts";

const QUARTER = 15 * 60_000;
const KEY = "failed-sign-ins";
/** Of whom the audit log says that they failed: nobody knows who it was. */
const NOT_KNOWN = "not known";

/**
 * Counts a sign-in that failed, in one statement. `userId`: whose login was typed; null: nobody's, and what was typed is not
 * kept, for it may be a password. An entry of the audit log each would let a stranger fill the disk.
 */
export async function countFailure(db: Db, userId: string | null, now: Instant): Promise<void> {
  const startedAt = new Date(now - (now % QUARTER));
  const key = `${KEY}:${startedAt.getTime()}:${userId ?? ""}`;
  await db.$executeRaw`
    INSERT INTO "Counter" ("key", "startedAt", "count") VALUES (${key}, ${startedAt}, 1)
    ON CONFLICT ("key") DO UPDATE SET "count" = "Counter"."count" + 1`;
}

/** Writes the counts of the quarters of an hour that are over into the audit log: one entry a login. Returns how many. */
export async function noteFailures(db: Db, now: Instant): Promise<number> {
  const over = {
    key: { startsWith: `${KEY}:` },
    startedAt: { lt: new Date(now - (now % QUARTER)) },
  };
  if ((await db.counter.count({ where: over })) === 0) return 0;
  return await db.$transaction(async (tx) => {
    const rows = await tx.counter.findMany({ where: over, orderBy: { key: "asc" } });
    await tx.counter.deleteMany({ where: { key: { in: rows.map(({ key }) => key) } } });
    for (const { key, startedAt, count } of rows) {
      const login = await loginOf(tx, key.split(":")[2] ?? "");
      const when = `${toIso(startedAt.getTime())}, 15 min`;
      const what =
        login === null
          ? `failed sign-ins, no such login: ${count}, ${when}`
          : `failed sign-ins: ${count} × ${login}, ${when}`;
      await addAudit(tx, NOT_KNOWN, { kind: "sign-in", what });
    }
    return rows.length;
  });
}

/** A round for the worker, which need not ask every second. What roles were refused is noted with it. */
export function keepNotingFailures(now: () => Instant): (db: Db) => Promise<void> {
  let dueAt = 0;
  return async (db) => {
    if (now() < dueAt) return;
    await noteFailures(db, now());
    await noteRefusals(db, now());
    dueAt = now() + 60_000;
  };
}

async function loginOf(tx: Tx, id: string): Promise<string | null> {
  if (id === "") return null;
  return (await tx.user.findUnique({ where: { id }, select: { login: true } }))?.login ?? null;
}
