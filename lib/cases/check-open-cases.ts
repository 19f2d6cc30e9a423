import { DESK_VIEWER } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { CaseDeps } from "./case-deps.ts";
import { knownNow, readAgain } from "./check-again.ts";
import { keepProgress, nextToCheck } from "./check-open-store.ts";

/** One round of the worker's loop stays short. */
const ROUND = 20;

/**
 * Reads some of the open cases again when a relay, a policy or the operator's name changed since; the worker calls it
 * each round until it answers 0. What a person edited or sent stays, and a case where nothing changed is not touched.
 */
export async function checkOpenCases(db: Db, deps: CaseDeps): Promise<number> {
  const round = await nextToCheck(db, ROUND);
  if (!round) return 0;
  const known = await knownNow(db, deps);
  for (const caseId of round.caseIds)
    await readAgain(db, DESK_VIEWER, { caseId, known, now: deps.now, quiet: true });
  await keepProgress(db, round);
  return round.caseIds.length;
}
