import type { Db } from "../db/client.ts";
import { storageFault } from "../db/storage-fault.ts";
import { pendingSightings, quarantineMail, recordTry } from "../intake/pending-store.ts";
import { errorKind } from "./error-kind.ts";
import type { OpeningMark } from "./files.ts";

const STEP = 20;
/** Workers in a row that died reading one mail: not a restart at an unlucky moment any more. */
const DEATHS = 4;

export type OpenPending = {
  open: (db: Db, sightingId: string) => Promise<unknown>;
  stopped: () => boolean;
  mark?: OpeningMark;
};

/**
 * Makes a case of every stored mail that is none yet, oldest first. One mail that fails does not stop the rest. A full
 * disk or a locked database ends the round by throwing: no other mail would fare better, and none is to blame. A mail that
 * ends the process itself, again and again, is put aside too: `mark` outlives the process.
 * Returns how many were opened.
 */
export async function openPending(db: Db, work: OpenPending): Promise<number> {
  await putAside(db, work.mark);
  let opened = 0;
  const failed = new Set<string>();
  while (!work.stopped()) {
    const ids = (await pendingSightings(db, STEP + failed.size)).filter((id) => !failed.has(id));
    if (ids.length === 0) break;
    for (const id of ids.slice(0, STEP)) {
      if (work.stopped()) break;
      if (await openOne(db, id, work)) opened += 1;
      else failed.add(id);
    }
  }
  return opened;
}

async function putAside(db: Db, mark: OpeningMark | undefined): Promise<void> {
  const left = mark?.left;
  if (left && left.deaths >= DEATHS)
    await quarantineMail(db, left.sightingId, "the worker ended each time it read it");
}

async function openOne(db: Db, id: string, { open, mark }: OpenPending): Promise<boolean> {
  try {
    mark?.begin(id);
    await open(db, id);
    return true;
  } catch (error) {
    if (storageFault(error)) throw error;
    await recordTry(db, id, errorKind(error));
    return false;
  } finally {
    mark?.end();
  }
}
