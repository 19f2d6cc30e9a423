import type { Port } from "../net/port.ts";
import { type Budget, coverNetwork } from "./cover-together.ts";
import type { Policy, Rule } from "./policy.ts";

/** Comparing stops here and the accept counts as reachable: no policy of a real relay comes near it. */
const MAX_COMPARISONS = 5_000_000;

/**
 * The first accept rule through which at least one address of the family can be reached at the port, exactly: unlike
 * tor's four-valued answer it sees an accept that earlier rejects shadow completely. Null when there is none; `rule` is
 * null inside the answer when only "no match accepts" lets the address through.
 */
export function reachable(policy: Policy, family: 4 | 6, port: Port): { rule: Rule | null } | null {
  const rejects: Rule[] = [];
  const budget = { comparisons: MAX_COMPARISONS };
  const relevant = policy.rules.filter(
    (rule) => rule.family === family && rule.minPort <= port && port <= rule.maxPort,
  );
  for (const rule of relevant) {
    if (!rule.accept) rejects.push(rule);
    else if (!isShadowed(rule, rejects, budget)) return { rule };
  }
  return isShadowed(everything(family), rejects, budget) ? null : { rule: null };
}

function isShadowed(rule: Rule, rejects: readonly Rule[], budget: Budget): boolean {
  if (budget.comparisons <= 0) return false;
  const nets = rejects.map((reject) => ({ ...reject, minPort: 1, maxPort: 65535 }));
  return coverNetwork({ ...rule, minPort: 1, maxPort: 65535 }, nets, budget);
}

function everything(family: 4 | 6): Rule {
  const words = family === 4 ? [0] : [0, 0, 0, 0];
  const whole = { family, words, prefix: 0, minPort: 1, maxPort: 65535 };
  return { ...whole, accept: true, text: "*:*", origin: "" };
}
