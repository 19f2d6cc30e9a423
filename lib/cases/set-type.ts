import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Db } from "../db/client.ts";
import { chooseRoute } from "../drafting/choose-route.ts";
import { draftReplies } from "../drafting/draft-replies.ts";
import type { Triage } from "../triage/triage.ts";
import type { CaseDeps } from "./case-deps.ts";
import { type ReadContext, readAgain } from "./check-again.ts";

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
  return await readAgain(db, viewer, input.caseId, deps, (triage, context) =>
    retyped(triage, input.type, context),
  );
}

/** Types of mail that accuses nobody. */
const NOTHING: readonly ComplaintType[] = ["autoresponse_bounce", "other_not_complaint"];

/** The triage as it had been with this type; certain, for a person said it. */
export function retyped(triage: Triage, type: ComplaintType, context: ReadContext): Triage {
  const { complaint, evidence } = triage;
  const classification = {
    type,
    innerType: null,
    isComplaint: !NOTHING.includes(type),
    confidence: 1,
    reasons: ["A person of this desk said so.", ...triage.classification.reasons],
  };
  const route = chooseRoute(complaint, classification, evidence);
  const drafts = draftReplies({ complaint, classification, evidence, route, ...context });
  return { complaint, classification, evidence, route, drafts };
}
