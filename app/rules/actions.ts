"use server";
import { z } from "zod";
import { canManageRules } from "@/lib/accounts/permissions.ts";
import {
  removeRule,
  saveRule,
  stopAllRules,
  tryRuleOver,
  turnRule,
} from "@/lib/rules/manage-rules.ts";
import type { RuleTerms } from "@/lib/rules/rule.ts";
import { addressList, checkedList, id, wholeNumber } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const guard = { may: canManageRules, what: "manage rules" };
const refused = (error: string) => ({ error });
const text = z.string().max(200).default("");

/** A new rule, or other terms of one. */
export const saveRuleAction = operatorAction({
  ...guard,
  input: z.object({
    ruleId: z.union([id, z.literal("")]),
    name: text,
    types: checkedList,
    verdicts: checkedList,
    from: addressList,
    provider: text,
    leastComplaints: wholeNumber,
    action: text,
    hours: wholeNumber,
    to: addressList,
    perDay: wholeNumber,
  }),
  refused: (error, form) => ({ error, values: typed(form) }),
  run: async ({ db, viewer, now }, { ruleId, ...terms }) => {
    const given = { ruleId: ruleId || null, terms: terms as RuleTerms, now };
    const saved = await saveRule(db, viewer, given);
    return saved.ok ? { go: `/rules?saved=${saved.ruleId}` } : saved;
  },
});

export const tryRuleAction = operatorAction({
  ...guard,
  input: z.object({ ruleId: id }),
  refused,
  run: async ({ db, viewer, now }, { ruleId }) => {
    const answer = await tryRuleOver(db, viewer, { ruleId, now });
    return answer.ok ? { go: `/rules?tried=${ruleId}` } : answer;
  },
});

export const turnRuleAction = operatorAction({
  ...guard,
  input: z.object({ ruleId: id, isOn: z.enum(["yes", "no"]) }),
  refused,
  run: async ({ db, viewer }, { ruleId, isOn }) => {
    const answer = await turnRule(db, viewer, { ruleId, isOn: isOn === "yes" });
    return answer.ok ? { go: "/rules" } : answer;
  },
});

export const removeRuleAction = operatorAction({
  ...guard,
  input: z.object({ ruleId: id }),
  refused,
  run: async ({ db, viewer }, { ruleId }) => {
    const answer = await removeRule(db, viewer, ruleId);
    return answer.ok ? { go: "/rules" } : answer;
  },
});

export const stopRulesAction = operatorAction({
  ...guard,
  input: z.object({ stopped: z.enum(["yes", "no"]) }),
  refused,
  run: async ({ db, viewer }, { stopped }) => {
    const answer = await stopAllRules(db, viewer, stopped === "yes");
    return answer.ok ? { go: "/rules" } : answer;
  },
});

/** What was typed comes back on a refusal. */
function typed(form: FormData): Record<string, string[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return Object.fromEntries(names.map((name) => [name, texts(name)]));
}
