import type { Instant } from "../time/instant.ts";
import type { Triage } from "../triage/triage.ts";
import type { CaseState, Decision } from "./case.ts";
import type { CasePlan } from "./decide-case.ts";
import type { Candidate, Found } from "./find-case.ts";

/** What a further mail changes in its case. `stops`: somebody about to send should look again first. */
export type JoinPlan = {
  state: CaseState;
  decision: Decision;
  deadlineAt: Instant | null;
  sortAt: Instant;
  reason: string;
  stops: boolean;
  newLetters: boolean;
};

/**
 * A repeat changes nothing but the count and perhaps the deadline: it must not stop a send each minute. A reminder pulls
 * the deadline. An answer or a returned letter gives the case back to the operator; an automatic answer does not.
 */
export function joinCase(found: Found, triage: Triage, plan: CasePlan): JoinPlan {
  const { candidate, as } = found;
  const soonest = earlier(candidate.deadlineAt, plan.deadlineAt);
  const pulled = soonest !== candidate.deadlineAt;
  const base = {
    state: candidate.state,
    decision: candidate.decision,
    deadlineAt: soonest,
    sortAt: soonest ?? candidate.sortAt,
    newLetters: false,
  };
  const reasons = pulled ? ["it names an earlier deadline"] : [];
  if (as === "repeat")
    return { ...base, stops: pulled, reason: ["the same again", ...reasons].join(", ") };
  if (as === "bounce")
    return {
      ...base,
      ...again(candidate, "needs_fact"),
      stops: true,
      reason: "our letter came back undelivered",
    };
  if (triage.classification.type === "autoresponse_bounce")
    return { ...base, stops: pulled, reason: ["an automatic answer", ...reasons].join(", ") };
  const what = as === "answer" ? "an answer to us" : "the provider's same ticket";
  return {
    ...base,
    ...again(candidate, plan.decision),
    stops: true,
    newLetters: true,
    reason: [what, ...reasons].join(", "),
  };
}

/** Back on the operator's table; counsel's cases stay counsel's. */
function again(candidate: Candidate, decision: Decision): { state: CaseState; decision: Decision } {
  return { state: "open", decision: candidate.decision === "counsel" ? "counsel" : decision };
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
