import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { CaseDeps } from "./case-deps.ts";
import { isOpenCase } from "./case-store.ts";
import { knownNow, readAgain } from "./check-again.ts";

/**
 * Brings the letters of open cases in line with their mails after mails have moved. A crash before this leaves letters
 * that a further check brings in line; edited and sent ones are never touched.
 */
export async function refreshLetters(
  db: Db,
  viewer: Viewer,
  caseIds: readonly string[],
  deps: CaseDeps,
): Promise<void> {
  const known = await knownNow(db, deps);
  for (const caseId of caseIds)
    if (await isOpenCase(db, caseId))
      await readAgain(db, viewer, { caseId, known, now: deps.now, quiet: true });
}
