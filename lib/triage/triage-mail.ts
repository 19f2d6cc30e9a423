import { classify } from "../classify/classify.ts";
import { readComplaint } from "../complaints/read-complaint.ts";
import { chooseRoute } from "../drafting/choose-route.ts";
import { draftReplies } from "../drafting/draft-replies.ts";
import { gatherEvidence } from "../evidence/gather-evidence.ts";
import { parseMessage } from "../mail/parse-message.ts";
import type { Triage, TriageContext } from "./triage.ts";

/**
 * The whole product as one function: the bytes of a mail and what is known about our relays give the facts, the kind, the
 * verdict, the route and the drafts. Never throws because of the mail; the same input gives the same output.
 */
export async function triageMail(raw: Uint8Array, context: TriageContext): Promise<Triage> {
  const message = await parseMessage(raw);
  const complaint = readComplaint(message, context.receivedAt);
  const classification = classify(complaint);
  const evidence = gatherEvidence(complaint, context.history);
  const route = chooseRoute(complaint, classification, evidence);
  const drafts = draftReplies({ complaint, classification, evidence, route, ...context });
  return { complaint, classification, evidence, route, drafts };
}
