import { wordMask } from "../net/cidr.ts";
import type { Policy, Rule } from "./policy.ts";

/** The rules of one family as flat arrays, `stride` words per address: signed, as that is what `^` and `&` give. */
export type CompiledRules = {
  rules: readonly Rule[];
  stride: number;
  nets: Int32Array;
  masks: Int32Array;
  minPorts: Uint16Array;
  maxPorts: Uint16Array;
};
type CompiledPolicy = { four: CompiledRules; six: CompiledRules };

const compiled = new WeakMap<Policy, CompiledPolicy>();

/** Compiled once per policy value; a policy is never changed after it was parsed. */
export function compile(policy: Policy, family: 4 | 6): CompiledRules {
  let both = compiled.get(policy);
  if (both === undefined) {
    both = { four: compileFamily(policy.rules, 4), six: compileFamily(policy.rules, 6) };
    compiled.set(policy, both);
  }
  return family === 4 ? both.four : both.six;
}

/** The index of the first rule that matches the address and port, or -1. */
export function firstMatch(list: CompiledRules, words: readonly number[], port: number): number {
  const { minPorts, maxPorts, stride } = list;
  for (let rule = 0; rule < minPorts.length; rule++) {
    if (port < (minPorts[rule] ?? 0) || port > (maxPorts[rule] ?? 0)) continue;
    if (!sharesFirstWord(list, rule, words)) continue;
    if (stride === 1 || netContains(list, rule, words)) return rule;
  }
  return -1;
}

/** Most networks differ from the address in its first word already; only IPv6 has more to compare. */
function sharesFirstWord(
  { nets, masks, stride }: CompiledRules,
  rule: number,
  words: readonly number[],
) {
  const at = rule * stride;
  return (((words[0] ?? 0) ^ (nets[at] ?? 0)) & (masks[at] ?? 0)) === 0;
}

/** Whether the address lies in the rule's network. */
export function netContains(list: CompiledRules, rule: number, words: readonly number[]): boolean {
  const { stride, nets, masks } = list;
  for (let word = 0, at = rule * stride; word < stride; word++, at++) {
    if ((((words[word] ?? 0) ^ (nets[at] ?? 0)) & (masks[at] ?? 0)) !== 0) return false;
  }
  return true;
}

function compileFamily(all: readonly Rule[], family: 4 | 6): CompiledRules {
  const rules = all.filter((rule) => rule.family === family);
  const masks = rules.flatMap(({ words, prefix }) =>
    words.map((_, word) => wordMask(prefix, word)),
  );
  return {
    rules,
    stride: family === 4 ? 1 : 4,
    nets: Int32Array.from(rules.flatMap((rule) => rule.words)),
    masks: Int32Array.from(masks),
    minPorts: Uint16Array.from(rules, (rule) => rule.minPort),
    maxPorts: Uint16Array.from(rules, (rule) => rule.maxPort),
  };
}
