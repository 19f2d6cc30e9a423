import type { Policy, PortSummary, Rule } from "./policy.ts";
import { makeRule } from "./rule.ts";

/** A port summary as rules for every address of its family: what it says, though it speaks of most addresses only. */
export function summaryRules({ accept, ranges, text }: PortSummary, family: 4 | 6): Rule[] {
  const words = family === 4 ? [0] : [0, 0, 0, 0];
  const origin = text ?? "no line";
  const rule = (min: number, max: number, opens: boolean) =>
    makeRule({ accept: opens, family, words, prefix: 0, minPort: min, maxPort: max, origin });
  return [...ranges.map(({ min, max }) => rule(min, max, accept)), rule(1, 65535, !accept)];
}

/** The policy with rules in the place of its summaries. */
export function withSummaryRules({ rules, summary4, summary6 }: Policy): Policy {
  const four = summary4 === null ? [] : summaryRules(summary4, 4);
  const six = summary6 === null ? [] : summaryRules(summary6, 6);
  return { rules: [...rules, ...four, ...six], summary4: null, summary6: null };
}
