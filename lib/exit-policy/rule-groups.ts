import { wordMask } from "../net/cidr.ts";
import type { Rule } from "./policy.ts";
import { PRIVATE_NETS } from "./standard-policies.ts";

/** Rules that come from one written item: `*` for both families, or `private` for its twelve networks. */
export type RuleGroup = {
  rules: readonly Rule[];
  /** The item as a person writes it and what it does, for those of its rules that count. */
  words: (rules: readonly Rule[]) => { text: string; says: string };
};

/** Puts the rules together that were one item before tor took it apart. Nothing changes its place. */
export function ruleGroups(rules: readonly Rule[]): RuleGroup[] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const open = groups.at(-1);
    if (open !== undefined && belongs(rule, open)) open.push(rule);
    else groups.push([rule]);
  }
  return groups.map((group) => ({ rules: group, words }));
}

function belongs(rule: Rule, group: readonly Rule[]): boolean {
  const last = group.at(-1);
  if (last === undefined || last.origin !== rule.origin || last.accept !== rule.accept)
    return false;
  if (last.minPort !== rule.minPort || last.maxPort !== rule.maxPort) return false;
  const pair = group.length === 1 && last.prefix === 0 && rule.prefix === 0;
  if (pair) return last.family === 4 && rule.family === 6;
  return isPrivate(rule) && isPrivate(last) && !group.some((one) => one.text === rule.text);
}

function isPrivate(rule: Rule): boolean {
  return PRIVATE_NETS.some(
    (net) =>
      net.family === rule.family &&
      net.prefix === rule.prefix &&
      net.words.every(
        (word, at) => word === ((rule.words[at] ?? 0) & wordMask(net.prefix, at)) >>> 0,
      ),
  );
}

/** All of tor's private networks of a family, less the last, which the one before covers. */
const PRIVATE_COUNT = 6;

function words(rules: readonly Rule[]): { text: string; says: string } {
  const [rule] = rules;
  if (rule === undefined) return { text: "", says: "" };
  const verb = rule.accept ? "opens" : "closes";
  const many = rules.length >= PRIVATE_COUNT && rules.every(isPrivate);
  const text = many
    ? `${rule.accept ? "accept" : "reject"} private:${portText(rule)}`
    : writtenAs(rules, rule);
  return {
    text,
    says: `${verb} ${portWords(rule)} for ${many ? "private networks" : placeWords(rules)}`,
  };
}

/** `reject *:25` says both families, as it was written; tor itself prints `reject6` for the second. */
function writtenAs(rules: readonly Rule[], rule: Rule): string {
  const both = rules.length > 1 && rules.every(({ prefix }) => prefix === 0);
  return both ? rule.text : rules.map(({ text }) => text).join(", ");
}

function portText({ minPort, maxPort }: Rule): string {
  if (minPort <= 1 && maxPort === 65535) return "*";
  return minPort === maxPort ? `${minPort}` : `${minPort}-${maxPort}`;
}

function portWords(rule: Rule): string {
  const ports = portText(rule);
  if (ports === "*") return "every port";
  return rule.minPort === rule.maxPort ? `port ${ports}` : `ports ${ports}`;
}

function placeWords(rules: readonly Rule[]): string {
  const whole = rules.every(({ prefix }) => prefix === 0);
  if (whole && rules.length > 1) return "every address";
  if (whole) return `every IPv${rules[0]?.family} address`;
  return rules.map(networkWords).join(", ");
}

function networkWords({ text }: Rule): string {
  const network = text.replace(/^(?:accept|reject)6? /, "").replace(/:[^:\]]*$/, "");
  return network.includes("/") ? `the network ${network}` : `the address ${network}`;
}
