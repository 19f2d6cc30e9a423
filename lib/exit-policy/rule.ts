import { wordMask } from "../net/cidr.ts";
import { coversEverything, type Rule } from "./policy.ts";
import { torAddressText } from "./tor-address.ts";

/** Everything of a rule but its text. */
export type RuleParts = Omit<Rule, "text">;

/** Rules are compared in pairs; a longer list keeps its redundant rules, which decides the same. */
const MAX_COMPARED = 3_000;

/** A rule with the text tor would print for it (policies.c, policy_write_item for a descriptor). */
export function makeRule(parts: RuleParts): Rule {
  const { accept, family, words, prefix, minPort, maxPort, origin } = parts;
  const action = (accept ? "accept" : "reject") + (family === 6 ? "6 " : " ");
  const text = `${action + networkPart(parts)}:${portPart(parts)}`;
  return { accept, family, words, prefix, minPort, maxPort, text, origin };
}

/** Whether every target of `inner` is a target of `outer` (policies.c, addr_policy_covers). */
export function covers(outer: Rule, inner: Rule): boolean {
  return (
    outer.family === inner.family &&
    outer.prefix <= inner.prefix &&
    sameNetwork(outer, inner, outer.prefix) &&
    outer.minPort <= inner.minPort &&
    outer.maxPort >= inner.maxPort
  );
}

/** Whether two rules share a target (policies.c, addr_policy_intersects). */
export function intersects(a: Rule, b: Rule): boolean {
  return (
    a.family === b.family &&
    sameNetwork(a, b, Math.min(a.prefix, b.prefix)) &&
    a.maxPort >= b.minPort &&
    b.maxPort >= a.minPort
  );
}

/**
 * tor's exit_policy_remove_redundancies: drops a family's rules after its `*:*`, rules covered by an earlier one, and
 * rules that a later one of the same action covers with nothing different between them. Decisions stay the same.
 */
export function removeRedundant(rules: readonly Rule[]): Rule[] {
  const reachable = dropAfterCatchAll(rules);
  if (reachable.length > MAX_COMPARED) return reachable;
  const kept: Rule[] = [];
  for (const rule of reachable) {
    if (!kept.some((earlier) => covers(earlier, rule))) kept.push(rule);
  }
  for (let i = 0; i < kept.length - 1; i++) {
    if (isRepeatedLater(kept, i)) kept.splice(i--, 1);
  }
  return kept;
}

function dropAfterCatchAll(rules: readonly Rule[]): Rule[] {
  const closed = new Set<4 | 6>();
  return rules.filter((rule) => {
    if (closed.has(rule.family)) return false;
    if (coversEverything(rule)) closed.add(rule.family);
    return true;
  });
}

function isRepeatedLater(rules: readonly Rule[], at: number): boolean {
  const rule = rules[at];
  if (rule === undefined) return false;
  for (let next = at + 1; next < rules.length; next++) {
    const later = rules[next];
    if (later === undefined) return false;
    if (later.accept !== rule.accept && intersects(rule, later)) return false;
    if (later.accept === rule.accept && covers(later, rule)) return true;
  }
  return false;
}

function sameNetwork(a: Rule, b: Rule, prefix: number): boolean {
  for (let word = 0; 32 * word < prefix; word++) {
    const differing = (a.words[word] ?? 0) ^ (b.words[word] ?? 0);
    if ((differing & wordMask(prefix, word)) !== 0) return false;
  }
  return true;
}

function networkPart(parts: RuleParts): string {
  if (parts.prefix === 0) return "*";
  const full = parts.family === 4 ? 32 : 128;
  const address = torAddressText(parts);
  return parts.prefix === full ? address : `${address}/${parts.prefix}`;
}

function portPart({ minPort, maxPort }: RuleParts): string {
  if (minPort <= 1 && maxPort === 65535) return "*";
  return minPort === maxPort ? `${minPort}` : `${minPort}-${maxPort}`;
}
