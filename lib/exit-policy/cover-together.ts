import { maskNetwork } from "../net/cidr.ts";
import type { Rule } from "./policy.ts";
import { covers, intersects } from "./rule.ts";

/** How much may still be compared. Once it is spent, every answer is "not covered". */
export type Budget = { comparisons: number };

/** Whether each target of the rule is a target of one of the others, though perhaps of none of them alone. */
export function coverTogether(rule: Rule, others: readonly Rule[], budget: Budget): boolean {
  const near = others.filter((other) => intersects(other, rule));
  budget.comparisons -= others.length;
  if (near.length === 0) return false;
  if (near.some((other) => covers(other, rule))) return true;
  return portSpans(rule, near).every((span) => coverNetwork(span, near, budget));
}

/** The same for a rule whose ports no other rule's ports end in the middle of. */
export function coverNetwork(rule: Rule, others: readonly Rule[], budget: Budget): boolean {
  if (others.some((other) => covers(other, rule))) return true;
  const inside = others.filter((other) => intersects(other, rule));
  budget.comparisons -= 1 + others.length;
  if (inside.length === 0 || budget.comparisons < 0) return false;
  // Networks are either nested or apart, so halving ends at the smallest of them.
  return halves(rule).every((half) => coverNetwork(half, inside, budget));
}

/** The rule cut so that each piece lies inside or outside the ports of every other rule. */
export function portSpans(rule: Rule, others: readonly Rule[]): Rule[] {
  const starts = others.flatMap(({ minPort, maxPort }) => [minPort, maxPort + 1]);
  const inside = starts.filter((port) => port > rule.minPort && port <= rule.maxPort);
  const cuts = [...new Set([rule.minPort, ...inside])].sort((a, b) => a - b);
  return cuts.map((minPort, index) => ({
    ...rule,
    minPort,
    maxPort: (cuts[index + 1] ?? rule.maxPort + 1) - 1,
  }));
}

/** The two halves of the rule's network. A single address has none. */
export function halves(rule: Rule): Rule[] {
  if (rule.prefix >= 32 * rule.words.length) return [];
  const prefix = rule.prefix + 1;
  const low = maskNetwork(rule, rule.prefix);
  const bit = 2 ** (31 - (rule.prefix % 32));
  const high = low.words.map((word, index) =>
    index === Math.floor(rule.prefix / 32) ? word + bit : word,
  );
  return [
    { ...rule, words: low.words, prefix },
    { ...rule, words: high, prefix },
  ];
}
