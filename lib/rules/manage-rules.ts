import { onRecord } from "../accounts/audit-store.ts";
import { canManageRules } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { type RuleTerms, ruleSchema } from "./rule.ts";
import {
  changeTerms,
  deleteRule,
  findRule,
  insertRule,
  stopRules,
  switchRule,
} from "./rule-store.ts";
import { type Tried, tryRule } from "./try-rule-store.ts";

type Done = { ok: true } | Refusal;
const WHAT = "manage rules";
const about = (what: string) => ({ kind: "settings", what: `rule ${what}` }) as const;

/** Keeps a new rule, or other terms of one; it is off until it was tried and switched on. */
export async function saveRule(
  db: Db,
  viewer: Viewer,
  input: { ruleId: string | null; terms: RuleTerms; now: Instant },
): Promise<{ ok: true; ruleId: string } | Refusal> {
  if (!canManageRules(viewer)) return forbidden(WHAT);
  const read = ruleSchema.safeParse(input.terms);
  if (!read.success) return refuse("bad-rule", remedy(read.error.issues[0]?.path[0]));
  const terms = read.data;
  if (terms.action === "send" && terms.to.length === 0)
    return refuse("no-list", "A rule that sends needs the addresses it may write to.");
  const made = { terms, by: viewer.userId, now: input.now };
  const { ruleId } = input;
  const kept = await onRecord(db, viewer.userId, about(`kept: ${terms.name}`), async (tx) => {
    if (ruleId === null) return await insertRule(tx, made);
    return (await changeTerms(tx, ruleId, made)) ? ruleId : null;
  });
  return kept === null ? notFound("rule") : { ok: true, ruleId: kept };
}

/** What the rule would have done; only after this it can be switched on. */
export async function tryRuleOver(
  db: Db,
  viewer: Viewer,
  input: { ruleId: string; now: Instant },
): Promise<{ ok: true; tried: Tried } | Refusal> {
  if (!canManageRules(viewer)) return forbidden(WHAT);
  const tried = await tryRule(db, input.ruleId, input.now);
  return tried ? { ok: true, tried } : notFound("rule");
}

export async function turnRule(
  db: Db,
  viewer: Viewer,
  input: { ruleId: string; isOn: boolean },
): Promise<Done> {
  if (!canManageRules(viewer)) return forbidden(WHAT);
  const rule = await findRule(db, input.ruleId);
  if (!rule) return notFound("rule");
  if (input.isOn && !rule.isTried)
    return refuse(
      "not-tried",
      "Try the rule over the past cases first, and read what it would have done.",
    );
  const act = about(`switched ${input.isOn ? "on" : "off"}: ${rule.terms.name}`);
  await onRecord(db, viewer.userId, act, (tx) =>
    switchRule(tx, rule.id, input.isOn, viewer.userId),
  );
  return { ok: true };
}

export async function removeRule(db: Db, viewer: Viewer, ruleId: string): Promise<Done> {
  if (!canManageRules(viewer)) return forbidden(WHAT);
  const act = about(`removed: ${ruleId}`);
  await onRecord(db, viewer.userId, act, (tx) => deleteRule(tx, ruleId));
  return { ok: true };
}

/** Stops all rules at once, or lets them work again. */
export async function stopAllRules(db: Db, viewer: Viewer, stopped: boolean): Promise<Done> {
  if (!canManageRules(viewer)) return forbidden(WHAT);
  const act = about(stopped ? "all stopped" : "all may work again");
  await onRecord(db, viewer.userId, act, (tx) => stopRules(tx, stopped));
  return { ok: true };
}

const REMEDIES: Partial<Record<keyof RuleTerms, string>> = {
  name: "Give the rule a name of up to 80 characters.",
  from: "Senders are addresses such as abuse@isp.example, or *@isp.example for all of a domain.",
  to: "Recipients are addresses such as abuse@isp.example, or *@isp.example for all of a domain.",
  hours: "The deadline is a number of hours from 1 to 720.",
  perDay: "The number of cases a day is from 1 to 500.",
  leastComplaints: "The number of complaints is from 1 to 10000.",
};

function remedy(field: PropertyKey | undefined): string {
  return REMEDIES[field as keyof RuleTerms] ?? "The rule could not be read.";
}
