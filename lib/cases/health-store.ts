import type { Db } from "../db/client.ts";
import { knownMigrations } from "../db/known-migrations.ts";
import { type Readiness, readiness } from "../db/readiness-store.ts";

/** Yes and no, for anybody who asks: nothing here counts or names what the desk holds. `ready`: all three are true. */
export type Health = Readiness & { live: true; ready: boolean };
type Place = { url: string; root: string };

/** `open` may throw, as the rest may: whatever keeps the desk from opening is an answer too. */
export async function healthOf(open: () => Db, place: () => Place, now: number): Promise<Health> {
  const state = await stateOf(open, place, now);
  return { live: true, ready: Object.values(state).every(Boolean), ...state };
}

async function stateOf(open: () => Db, place: () => Place, now: number): Promise<Readiness> {
  try {
    const { url, root } = place();
    return await readiness(open(), knownMigrations(url, root), now);
  } catch {
    return { database: false, migrated: false, worker: false };
  }
}
