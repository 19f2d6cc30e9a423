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
  if (as === "echo") return unchanged(candidate, WHAT.echo);
  if (as === "bounce")
    return {
      ...unchanged(candidate, WHAT.bounce),
      ...again(candidate, "needs_fact"),
      stops: true,
    };
  const soonest = earlier(candidate.deadlineAt, plan.deadlineAt);
  const pulled = soonest !== candidate.deadlineAt;
  const quiet = whyQuiet(found, triage);
  const what = WHAT[as];
  return {
    ...unchanged(candidate, ""),
    deadlineAt: soonest,
    sortAt: soonest ?? candidate.sortAt,
    reason: [quiet ?? what, ...(pulled ? ["it names an earlier deadline"] : [])].join(", "),
    stops: pulled,
    ...(quiet === null
      ? { ...again(candidate, plan.decision), stops: true, newLetters: true }
      : {}),
  };
}

const WHAT: Record<Found["as"], string> = {
  echo: "a copy of our own letter",
  bounce: "our letter came back undelivered",
  answer: "an answer to us",
  ticket: "the provider's same ticket",
  thread: "a further mail of their thread",
  repeat: "the same again",
};

/** Why a mail asks nothing new of the operator, or null. */
function whyQuiet({ as }: Found, { classification, route }: Triage): string | null {
  if (as === "repeat") return WHAT.repeat;
  if (classification.type === "autoresponse_bounce") return "an automatic answer";
  if (as === "ticket" && route === "none") return "the provider's same ticket, no answer wanted";
  return null;
}

function unchanged(candidate: Candidate, reason: string): JoinPlan {
  const { state, decision, deadlineAt, sortAt } = candidate;
  return { state, decision, deadlineAt, sortAt, reason, stops: false, newLetters: false };
}

/** Back on the operator's table; counsel's cases stay counsel's. */
function again(candidate: Candidate, decision: Decision): { state: CaseState; decision: Decision } {
  return { state: "open", decision: candidate.decision === "counsel" ? "counsel" : decision };
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
