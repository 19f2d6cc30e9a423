import type { Db } from "../db/client.ts";
import { pendingSightings, recordTry } from "../intake/pending-store.ts";
import { errorKind } from "./error-kind.ts";

const STEP = 20;

export type OpenPending = {
  open: (db: Db, sightingId: string) => Promise<unknown>;
  stopped: () => boolean;
};

/**
 * Makes a case of every stored mail that is none yet. One mail that fails does not stop the rest; a full disk stops the
 * round, because no other mail would fare better. Returns how many were opened.
 */
export async function openPending(db: Db, { open, stopped }: OpenPending): Promise<number> {
  let opened = 0;
  const failed = new Set<string>();
  while (!stopped()) {
    const ids = (await pendingSightings(db, STEP + failed.size)).filter((id) => !failed.has(id));
    if (ids.length === 0) return opened;
    for (const id of ids.slice(0, STEP)) {
      if (stopped()) return opened;
      try {
        await open(db, id);
        opened += 1;
      } catch (error) {
        failed.add(id);
        await recordTry(db, id, errorKind(error));
      }
    }
  }
  return opened;
}
