import { maskNetwork, type Network } from "../net/cidr.ts";
import type { Port } from "../net/port.ts";
import type { Policy, Rule } from "./policy.ts";
import { covers, intersects } from "./rule.ts";

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

type Budget = { comparisons: number };

function isShadowed(rule: Rule, rejects: readonly Rule[], budget: Budget): boolean {
  if (budget.comparisons <= 0) return false;
  const nets = rejects.map((reject) => ({ ...reject, minPort: 1, maxPort: 65535 }));
  return isCovered({ ...rule, minPort: 1, maxPort: 65535 }, nets, budget);
}

/** Whether the nets together cover the rule's whole network: by halves, as nets are either nested or apart. */
function isCovered(rule: Rule, nets: readonly Rule[], budget: Budget): boolean {
  if (nets.some((net) => covers(net, rule))) return true;
  const inside = nets.filter((net) => intersects(net, rule));
  budget.comparisons -= 1 + nets.length;
  if (inside.length === 0 || budget.comparisons < 0) return false;
  return halves(rule).every((half) => isCovered(half, inside, budget));
}

function halves(rule: Rule): Rule[] {
  const prefix = rule.prefix + 1;
  const low: Network = maskNetwork(rule, rule.prefix);
  const bit = 2 ** (31 - (rule.prefix % 32));
  const high = low.words.map((word, index) =>
    index === Math.floor(rule.prefix / 32) ? word + bit : word,
  );
  return [
    { ...rule, words: low.words, prefix },
    { ...rule, words: high, prefix },
  ];
}

function everything(family: 4 | 6): Rule {
  const words = family === 4 ? [0] : [0, 0, 0, 0];
  const whole = { family, words, prefix: 0, minPort: 1, maxPort: 65535 };
  return { ...whole, accept: true, text: "*:*", origin: "" };
}
