import { conclude } from "../classify/conclude.ts";
import { judge } from "../classify/judge.ts";
import { correctFacts } from "../complaints/correct-facts.ts";
import type { FactChange } from "../complaints/fact-change.ts";
import { readComplaint } from "../complaints/read-complaint.ts";
import { chooseRoute } from "../drafting/choose-route.ts";
import { draftReplies } from "../drafting/draft-replies.ts";
import { accusedBy } from "../evidence/accusations.ts";
import { gatherEvidence } from "../evidence/gather-evidence.ts";
import { parseMessage } from "../mail/parse-message.ts";
import type { Triage, TriageContext } from "./triage.ts";

/**
 * The whole product as one function: the bytes of a mail and what is known about our relays give the facts, the kind, the
 * verdict, the route and the drafts. Never throws because of the mail; the same input gives the same output. `changes`:
 * what a person said the mail means; everything after the reading follows it.
 */
export async function triageMail(
  raw: Uint8Array,
  context: TriageContext,
  changes: readonly FactChange[] = [],
): Promise<Triage> {
  const message = await parseMessage(raw);
  const complaint = correctFacts(readComplaint(message, context.receivedAt), changes);
  const judgement = judge(complaint);
  const classification = conclude(judgement, await context.taught?.(judgement.seen));
  const { history: known } = context;
  const history = typeof known === "function" ? await known(accusedBy(complaint)) : known;
  const evidence = gatherEvidence(complaint, history, context.receivedAt);
  const route = chooseRoute(complaint, classification, evidence);
  const drafts = draftReplies({ complaint, classification, evidence, route, ...context });
  return { complaint, classification, evidence, route, drafts };
}
