import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { purgeDue } from "./purge-due.ts";

const HOUR = 3_600_000;

/** A round for the worker: purges in small steps until nothing is due, then looks again in an hour. */
export function keepPurging(now: () => Instant): (db: Db) => Promise<void> {
  let dueAt = 0;
  return async (db) => {
    if (now() < dueAt) return;
    const { isMore } = await purgeDue(db, { now: now() });
    if (!isMore) dueAt = now() + HOUR;
  };
}
