import type { Db } from "./client.ts";
import { isFreshBeat, lastBeat } from "./worker-beat-store.ts";

/** What a desk needs to do its work, each by itself; says nothing about what it holds. */
export type Readiness = {
  /** It answers. */
  database: boolean;
  /** It has all that this version knows of. */
  migrated: boolean;
  /** Some worker said within the last minute and a half that it works. */
  worker: boolean;
};

/** `wanted`: the migrations of this version. Never throws: a database that does not answer is an answer. Two statements. */
export async function readiness(
  db: Db,
  wanted: readonly string[],
  now: number,
): Promise<Readiness> {
  const state = { database: false, migrated: false, worker: false };
  try {
    const applied = await db.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
    state.database = true;
    const names = new Set(applied.map(({ name }) => name));
    state.migrated = wanted.every((name) => names.has(name));
    state.worker = isFreshBeat(await lastBeat(db), now);
  } catch {
    // Told by what is still false.
  }
  return state;
}
