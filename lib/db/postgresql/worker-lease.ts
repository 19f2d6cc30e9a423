import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { newPool } from "./new-pool.ts";

/** So long a worker counts as alive after it last said so, by the clock of the database. */
const LEASE_SECONDS = 30;
const BEAT_MS = 8_000;
const TRY_MS = 2_000;

/** The connections of a server, each by a name nothing else gets while the server runs. */
const SESSIONS = `SELECT "pid" || ' ' || "backend_start" AS "session", "pid" FROM pg_stat_activity`;
/**
 * It is whoever stands there, or nobody who still lives does: its time is over, or the connection it said so on is gone. Who only
 * lost that connection and works on is stopped at its next write.
 */
const TAKE = `INSERT INTO "Lease" SELECT 'worker', $1, clock_timestamp() + interval '${LEASE_SECONDS} seconds',
    (SELECT s."session" FROM (${SESSIONS}) s WHERE s."pid" = pg_backend_pid())
  ON CONFLICT ("name") DO UPDATE
    SET "holder" = EXCLUDED."holder", "until" = EXCLUDED."until", "session" = EXCLUDED."session"
  WHERE "Lease"."holder" = $1 OR "Lease"."until" < clock_timestamp()
    OR NOT EXISTS (SELECT 1 FROM (${SESSIONS}) s WHERE s."session" = "Lease"."session")`;
const GIVE_BACK = `DELETE FROM "Lease" WHERE "name" = 'worker' AND "holder" = $1`;

export type WorkerLease = {
  /** Called once, when another worker may have it: nothing more can be written, so the process has to end. */
  onLost(lost: () => void): void;
  /** For the next worker to begin at once. */
  giveBack(): Promise<void>;
};

/**
 * The lease of a desk on a server: of several workers one works and the others stand by, and take over within a minute when it
 * dies.
 */
export async function takeServerLease(
  url: string,
  holder: string,
  signal: AbortSignal,
): Promise<WorkerLease | null> {
  const pool = newPool(url, 1, { idleTimeoutMillis: 0 });
  pool.on("error", () => undefined);
  while (!(await take(pool, holder).catch(() => false))) {
    await sleep(TRY_MS, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) continue;
    await pool.end();
    return null;
  }
  const beating = beat(pool, holder);
  return {
    onLost: (lost) => void beating.lost.then(lost),
    giveBack: async () => {
      beating.stop();
      await pool.query(GIVE_BACK, [holder]).catch(() => undefined);
      await pool.end();
    },
  };
}

async function take(pool: Pool, holder: string): Promise<boolean> {
  const { rowCount } = await pool.query(TAKE, [holder]);
  return rowCount === 1;
}

/** Says in time that it lives. A database that is away for longer than the lease has lost it to whoever comes first. */
function beat(pool: Pool, holder: string): { lost: Promise<void>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<void>((resolve) => {
    let heardAt = performance.now();
    timer = setInterval(async () => {
      const asked = performance.now();
      const mine = await take(pool, holder).catch(() => null);
      if (mine === true) heardAt = asked;
      if (mine === false || performance.now() - heardAt > LEASE_SECONDS * 1000) resolve();
    }, BEAT_MS);
  });
  return { lost, stop: () => clearInterval(timer) };
}
