import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Db } from "../db/client.ts";
import type { CaseDeps } from "./case-deps.ts";
import { knownNow, readAgain } from "./check-again.ts";

/**
 * The operator says what kind of complaint it is: route and letters follow. Calling it a request of an authority seals
 * the case; calling a sealed one something else does not lift the seal.
 */
export async function setType(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; type: ComplaintType },
  deps: CaseDeps,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("correct the type of cases");
  const known = await knownNow(db, deps);
  return await readAgain(db, viewer, { ...input, known, now: deps.now, quiet: false });
}
