import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { loadHistory } from "../relays/store.ts";
import type { Triage } from "../triage/triage.ts";
import { newestRaw } from "./again-store.ts";
import { applyTriage } from "./apply-triage.ts";
import type { CaseDeps } from "./case-deps.ts";
import { triageOrSayWhy } from "./open-case.ts";
import { readOperatorProfile } from "./operator-profile-store.ts";

/**
 * Reads the newest complaint of a case again, against what is known about the relays now: after a relay was added or a
 * policy corrected. Letters a person edited stay; a type a person set stays.
 */
export async function checkAgain(
  db: Db,
  viewer: Viewer,
  input: { caseId: string },
  deps: CaseDeps,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("check cases again");
  return await readAgain(db, viewer, input.caseId, deps, (triage) => triage);
}

/** The same with the conclusion changed by `change`, which must be pure. */
export async function readAgain(
  db: Db,
  viewer: Viewer,
  caseId: string,
  deps: CaseDeps,
  change: (triage: Triage, context: ReadContext) => Triage,
): Promise<{ ok: true } | Refusal> {
  const kept = await newestRaw(db, viewer, caseId);
  if (!kept) return refuse("not-found", "There is no such case, or you may not see it.");
  const context = {
    history: await loadHistory(db),
    templates: deps.templates,
    operator: await readOperatorProfile(db),
    receivedAt: kept.receivedAt,
  };
  const triage = change(await triageOrSayWhy(kept.raw, context), context);
  return await applyTriage(db, viewer, {
    caseId,
    complaintId: kept.complaintId,
    triage,
    now: deps.now,
  });
}

export type ReadContext = Parameters<typeof triageOrSayWhy>[1];
