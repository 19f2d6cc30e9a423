import type { ComplaintType } from "../classify/classification.ts";
import { chooseRoute } from "../drafting/choose-route.ts";
import { draftReplies } from "../drafting/draft-replies.ts";
import type { Triage, TriageContext } from "../triage/triage.ts";

export type ReadContext = TriageContext;

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
    ...(triage.classification.seen && { seen: triage.classification.seen }),
  };
  const route = chooseRoute(complaint, classification, evidence);
  const drafts = draftReplies({ complaint, classification, evidence, route, ...context });
  return { complaint, classification, evidence, route, drafts };
}
