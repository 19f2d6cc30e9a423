import type { SendDeps } from "../cases/queue-draft.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { act } from "./act-store.ts";
import { factsOf, findForRules, usageOf } from "./facts-store.ts";
import { planRule } from "./plan-rule.ts";
import { areRulesStopped, listRules, noteRun, type Rule } from "./rule-store.ts";

/**
 * Lets the rules look at a case that a mail has just opened or joined; the first that acts is the only one. Everything a
 * rule does is one transaction, and a rule acts on a case once. Returns the name of the rule that acted.
 */
export async function applyRules(
  db: Db,
  caseId: string,
  deps: SendDeps & { now: Instant },
): Promise<string | null> {
  const rules = (await listRules(db)).filter(({ isOn, isTried }) => isOn && isTried);
  if (rules.length === 0 || (await areRulesStopped(db))) return null;
  return await db.$transaction(async (tx) => {
    for (const rule of rules) if (await applyRule(tx, caseId, rule, deps)) return rule.terms.name;
    return null;
  });
}

async function applyRule(
  tx: Tx,
  caseId: string,
  rule: Rule,
  deps: SendDeps & { now: Instant },
): Promise<boolean> {
  const { now } = deps;
  if ((await tx.ruleRun.count({ where: { ruleId: rule.id, caseId } })) > 0) return false;
  const found = await findForRules(tx, caseId);
  const facts = found && factsOf(found, { asNew: false });
  if (!facts) return false;
  const usage = await usageOf(tx, { ruleId: rule.id, caseId, now });
  const plan = planRule(rule.terms, facts, usage);
  if (plan.does === null) return false;
  const to = await act(tx, found, { does: plan.does, rule, now }, deps);
  if (to === null) return false;
  await noteRun(tx, { ruleId: rule.id, caseId, action: plan.does, to, at: now });
  return true;
}
