import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { factsOf, listForRules } from "./facts-store.ts";
import { planRule, type RuleUsage } from "./plan-rule.ts";
import type { RuleAction, RuleTerms } from "./rule.ts";
import { findRule, markTried } from "./rule-store.ts";

const DAY = 24 * 3_600_000;
const DAYS = 90;
const MOST = 1_000;
const SHOWN = 50;

/** One case of the past and what the rule would have done with it; `because`: what held it back. */
export type TriedCase = { caseId: string; ref: string; title: string; openedAt: Instant } & (
  | { would: RuleAction; because: null }
  | { would: null; because: string }
);
export type Tried = {
  looked: number;
  /** Cases the rule would have acted on, and those its conditions fit but a brake held. */
  acted: number;
  held: number;
  /** The newest of both. */
  cases: TriedCase[];
};

/** {@link replayRule}; after it the rule, as it stands, may be switched on. */
export async function tryRule(db: Db, ruleId: string, now: Instant): Promise<Tried | null> {
  return await db.$transaction(async (tx) => {
    const tried = await replayRule(tx, ruleId, now);
    if (tried) await markTried(tx, ruleId);
    return tried;
  });
}

/**
 * What a rule would have done with the newest cases of the last 90 days, each looked at as it was when it came, in the
 * order they came, brakes included. Sealed cases are not even counted. Null: there is no such rule.
 */
export async function replayRule(tx: Db | Tx, ruleId: string, now: Instant): Promise<Tried | null> {
  const rule = await findRule(tx, ruleId);
  if (!rule) return null;
  const cases = await listForRules(tx, now - DAYS * DAY, MOST);
  return replay(rule.terms, cases.toReversed());
}

type Past = Parameters<typeof factsOf>[0];
type Sent = { at: Instant; to: string[] };

function replay(terms: RuleTerms, oldestFirst: readonly Past[]): Tried {
  const ran: Sent[] = [];
  const cases: TriedCase[] = [];
  for (const past of oldestFirst) {
    const facts = factsOf(past, { asNew: true });
    if (!facts) continue;
    const at = past.openedAt.getTime();
    const plan = planRule(terms, facts, usageAt(ran, at));
    const line = { caseId: past.id, ref: past.ref, title: past.title, openedAt: at };
    if (plan.does !== null) {
      const to = plan.does === "send" ? facts.letters.flatMap((letter) => letter.to) : [];
      ran.push({ at, to: to.map((address) => address.toLowerCase()) });
      cases.push({ ...line, would: plan.does, because: null });
    } else if (plan.fits) cases.push({ ...line, would: null, because: plan.because });
  }
  return {
    looked: oldestFirst.length,
    acted: ran.length,
    held: cases.length - ran.length,
    cases: cases.toReversed().slice(0, SHOWN),
  };
}

function usageAt(ran: readonly Sent[], at: Instant): RuleUsage {
  const lately = ran.filter((one) => one.at > at - 7 * DAY);
  return {
    today: ran.filter((one) => one.at > at - DAY).length,
    lettersInCase: 0,
    writtenTo: new Set(lately.flatMap(({ to }) => to)),
  };
}
