import { z } from "zod";
import { COMPLAINT_TYPES, type ComplaintType } from "../classify/classification.ts";
import { VERDICTS } from "../drafting/letter-language.ts";

/** What a rule may do by itself. `deadline`: gives the case one, so that it is seen in time. */
export const RULE_ACTIONS = ["send", "dismiss", "deadline"] as const;
export type RuleAction = (typeof RULE_ACTIONS)[number];

/** Always for people: law enforcement, threats, child abuse. No rule reaches them, whatever it says. */
export const NEVER_BY_RULE: readonly ComplaintType[] = ["law_enforcement", "threats", "csam"];

/** One address, or all of a domain: `abuse@isp.example`, `*@isp.example`. */
const pattern = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?:\*|[^\s@*<>",;]{1,64})@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/);

/** A standing order. Empty lists ask nothing; all conditions that are given must hold. */
export const ruleSchema = z.object({
  name: z.string().trim().min(1).max(80),
  types: z.array(z.enum(COMPLAINT_TYPES)).max(COMPLAINT_TYPES.length),
  verdicts: z.array(z.enum(VERDICTS)).max(VERDICTS.length),
  /** Who sent the mail to us. */
  from: z.array(pattern).max(50),
  /** The hoster that passed it on, as the desk reads it; empty: anybody or nobody. */
  provider: z.string().trim().max(80),
  /** At least so many complaints in the case. */
  leastComplaints: z.number().int().min(1).max(10_000),
  action: z.enum(RULE_ACTIONS),
  /** For `deadline`: hours from the mail's arrival. */
  hours: z.number().int().min(1).max(720),
  /** For `send`: only to these. */
  to: z.array(pattern).max(50),
  /** It stops for the day after so many cases. */
  perDay: z.number().int().min(1).max(500),
});
export type RuleTerms = z.infer<typeof ruleSchema>;

export function fitsAddress(patterns: readonly string[], address: string): boolean {
  const lower = address.toLowerCase();
  return patterns.some((one) =>
    one.startsWith("*@") ? lower.endsWith(one.slice(1)) : lower === one,
  );
}
