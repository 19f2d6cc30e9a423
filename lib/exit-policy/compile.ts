import { wordMask } from "../net/cidr.ts";
import type { Policy, Rule } from "./policy.ts";

/** The rules of one family as flat arrays: `stride` words per address, masks applied. */
export type CompiledRules = {
  rules: readonly Rule[];
  stride: number;
  nets: Uint32Array;
  masks: Uint32Array;
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
  const { minPorts, maxPorts } = list;
  for (let rule = 0; rule < minPorts.length; rule++) {
    const inRange = port >= (minPorts[rule] ?? 0) && port <= (maxPorts[rule] ?? 0);
    if (inRange && netContains(list, rule, words)) return rule;
  }
  return -1;
}

function netContains(
  { stride, nets, masks }: CompiledRules,
  rule: number,
  words: readonly number[],
) {
  const from = rule * stride;
  for (let word = 0; word < stride; word++) {
    const masked = ((words[word] ?? 0) & (masks[from + word] ?? 0)) >>> 0;
    if (masked !== nets[from + word]) return false;
  }
  return true;
}

function compileFamily(all: readonly Rule[], family: 4 | 6): CompiledRules {
  const rules = all.filter((rule) => rule.family === family);
  const stride = family === 4 ? 1 : 4;
  const masks = Uint32Array.from(
    rules.flatMap(({ words, prefix }) => words.map((_, i) => wordMask(prefix, i))),
  );
  const words = Uint32Array.from(rules.flatMap((rule) => rule.words));
  return {
    rules,
    stride,
    nets: words.map((word, i) => word & (masks[i] ?? 0)),
    masks,
    minPorts: Uint16Array.from(rules, (rule) => rule.minPort),
    maxPorts: Uint16Array.from(rules, (rule) => rule.maxPort),
  };
}
