import type { Db } from "./client.ts";

/** A row beside the counts of the desk: when its worker last said that it works. */
const KEY = "worker beat";
export const BEAT_MS = 20_000;
/** Four beats may be missed: a long transaction, a disk that is slow for a while. */
const FRESH_MS = 90_000;

/** The worker that has the desk works at `now`, in milliseconds since 1970. */
export async function noteBeat(db: Db, now: number): Promise<void> {
  const startedAt = new Date(now);
  await db.counter.upsert({
    where: { key: KEY },
    create: { key: KEY, startedAt, count: 1 },
    update: { startedAt },
  });
}

/** Null: no worker has ever worked on this desk. */
export async function lastBeat(db: Db): Promise<number | null> {
  const row = await db.counter.findUnique({ where: { key: KEY }, select: { startedAt: true } });
  return row?.startedAt.getTime() ?? null;
}

/** False too for a beat far in the future: a clock was set back, and the next beat mends it. */
export function isFreshBeat(at: number | null, now: number): boolean {
  return at !== null && Math.abs(now - at) <= FRESH_MS;
}
