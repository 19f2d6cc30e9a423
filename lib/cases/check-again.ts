import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Db } from "../db/client.ts";
import { loadHistory } from "../relays/store.ts";
import { leadingRaw } from "./again-store.ts";
import { applyTriage } from "./apply-triage.ts";
import type { CaseDeps } from "./case-deps.ts";
import { triageOrSayWhy } from "./open-case.ts";
import { readOperatorProfile } from "./operator-profile-store.ts";
import { type ReadContext, retyped } from "./retyped.ts";

/**
 * Reads the complaint of a case again, against what is known about the relays now: after a relay was added or a policy
 * corrected. Letters a person edited or sent stay; a type a person set stays.
 */
export async function checkAgain(
  db: Db,
  viewer: Viewer,
  input: { caseId: string },
  deps: CaseDeps,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("check cases again");
  const known = await knownNow(db, deps);
  return await readAgain(db, viewer, { ...input, known, now: deps.now, quiet: false });
}

/** What every mail is read against. */
export async function knownNow(db: Db, deps: CaseDeps): Promise<Omit<ReadContext, "receivedAt">> {
  return {
    history: await loadHistory(db),
    templates: deps.templates,
    operator: await readOperatorProfile(db),
  };
}

/** `type`: what a person says it is. `quiet`: leaves no trace when nothing changed. */
export async function readAgain(
  db: Db,
  viewer: Viewer,
  input: {
    caseId: string;
    known: Omit<ReadContext, "receivedAt">;
    type?: ComplaintType;
    now: number;
    quiet: boolean;
  },
): Promise<{ ok: true } | Refusal> {
  const { caseId, now, quiet } = input;
  const kept = await leadingRaw(db, viewer, caseId);
  if (!kept) return notFound("case");
  const context = { ...input.known, receivedAt: kept.receivedAt };
  const typeByPerson = input.type ?? kept.typeByPerson;
  const read = await triageOrSayWhy(kept.raw, context);
  const triage = typeByPerson ? retyped(read, typeByPerson, context) : read;
  const { complaintId } = kept;
  return await applyTriage(db, viewer, { caseId, complaintId, triage, typeByPerson, now, quiet });
}
