import { changeCase, DESK } from "../cases/case-store.ts";
import { queueDraft, type SendDeps } from "../cases/queue-draft.ts";
import type { Tx } from "../db/client.ts";
import { type Instant, toIso } from "../time/instant.ts";
import type { CaseForRules } from "./facts-store.ts";
import type { RuleAction } from "./rule.ts";
import type { Rule } from "./rule-store.ts";

/** A person has so long to stop what a rule wrote. */
export const RULE_WAIT_MS = 10 * 60_000;

/** Does what a plan says, in the caller's transaction. Returns who is written to; null when it cannot be done. */
export async function act(
  tx: Tx,
  found: CaseForRules,
  { does, rule, now }: { does: RuleAction; rule: Rule; now: Instant },
  deps: SendDeps,
): Promise<string[] | null> {
  if (does === "send") return await send(tx, found, { rule, now }, deps);
  if (does === "dismiss") {
    const entry = { kind: "closed" as const, actor: DESK, at: now };
    const data = { state: "done", closedAt: new Date(now) };
    await changeCase(tx, found.id, data, {
      ...entry,
      data: { reason: `by the rule "${rule.terms.name}"` },
    });
    return [];
  }
  return await giveDeadline(tx, found, { rule, now });
}

async function send(
  tx: Tx,
  found: CaseForRules,
  { rule, now }: { rule: Rule; now: Instant },
  deps: SendDeps,
): Promise<string[] | null> {
  const approval = {
    approvedBy: `rule:${rule.id}`,
    actor: DESK,
    rule: rule.terms.name,
    waitMs: RULE_WAIT_MS,
    now,
  };
  for (const draft of found.drafts)
    if (!(await queueDraft(tx, found, draft, approval, deps)).ok) return null;
  return found.drafts.flatMap(({ to }) => to as string[]);
}

/** Never a later one than the mail itself demands. */
async function giveDeadline(
  tx: Tx,
  found: CaseForRules,
  { rule, now }: { rule: Rule; now: Instant },
): Promise<string[]> {
  const came = found.complaints[0]?.receivedAt.getTime() ?? now;
  const at = came + rule.terms.hours * 3_600_000;
  const present = found.deadlineAt?.getTime();
  if (present !== undefined && present <= at) return [];
  const data = { deadlineAt: new Date(at), sortAt: new Date(at) };
  const said = { rule: rule.terms.name, after: toIso(at) };
  await changeCase(tx, found.id, data, { kind: "deadline_set", actor: DESK, at: now, data: said });
  return [];
}
