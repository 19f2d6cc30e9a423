import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { CaseDeps } from "./case-deps.ts";
import { knownNow, readAgain } from "./check-again.ts";

/**
 * The operator takes back what he said of the type: the desk reads the mail as if he had not, and forgets what it learned
 * from it. A seal stays.
 */
export async function takeBackType(
  db: Db,
  viewer: Viewer,
  input: { caseId: string },
  deps: CaseDeps,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("correct the type of cases");
  const known = await knownNow(db, deps);
  const { caseId } = input;
  return await readAgain(db, viewer, { caseId, type: null, known, now: deps.now, quiet: false });
}
