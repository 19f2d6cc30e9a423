"use server";
import { z } from "zod";
import { canManageSettings } from "@/lib/accounts/permissions.ts";
import { saveTransparencyRule } from "@/lib/reports/save-transparency-rule.ts";
import { AUTHORITY_RULES } from "@/lib/reports/transparency-rule.ts";
import { operatorAction } from "../../operator-action.ts";

export const saveRuleAction = operatorAction({
  input: z.object({
    authorities: z.enum(AUTHORITY_RULES),
    words: z.string().max(2000).default(""),
  }),
  may: canManageSettings,
  what: "choose what a published report says",
  refused: (error) => ({ error }),
  run: async ({ db, viewer }, rule) => {
    const saved = await saveTransparencyRule(db, viewer, rule);
    return saved.ok ? { go: "/reports/transparency?saved=rule" } : saved;
  },
});
