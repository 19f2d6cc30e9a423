import type { Ip } from "../net/ip.ts";
import { type IpBits, ipBits } from "../net/ip-bits.ts";
import type { Port } from "../net/port.ts";
import { type CompiledRules, compile, firstMatch, netContains } from "./compile.ts";
import type { Policy, PortSummary, Rule } from "./policy.ts";

/** Where a connection went. What is not known is null; `family` counts only when the address is unknown (default 4). */
export type Target = { ip: Ip | null; port: Port | null; family?: 4 | 6 };
export type PolicyResult = "accept" | "reject" | "probably-accept" | "probably-reject";
/**
 * `rule` is the deciding line as tor writes it, null when none matched or the line is missing. `conclusive` is true when
 * the answer follows from exact rules for a target that is known well enough. `why` says what an inconclusive answer
 * lacks.
 */
export type Decision = {
  result: PolicyResult;
  rule: string | null;
  origin: string | null;
  conclusive: boolean;
  why: string | null;
};

/**
 * Whether the policy lets a connection to the target out: first match wins, no match accepts (policies.c,
 * compare_tor_addr_to_addr_policy). With the address or the port unknown the answer is tor's four-valued one. Families
 * never match each other: `::ffff:192.0.2.1` is IPv6.
 */
export function decide(policy: Policy, { ip, port, family = 4 }: Target): Decision {
  // dir-spec 2.1.3: connections to port 0 are never permitted.
  if (port === 0) return { ...certain("reject", null), origin: "tor never connects to port 0" };
  const address = ip === null ? null : ipBits(ip);
  const asked = address?.family ?? family;
  const summary = asked === 4 ? policy.summary4 : policy.summary6;
  if (summary !== null) return bySummary(summary, port);
  const list = compile(policy, asked);
  if (address === null || port === null) return byPossibleMatches(list, address, port);
  return byRule(list.rules[firstMatch(list, address.words, port)]);
}

/** The decision of the first rule that matches; no match accepts. */
export function byRule(rule: Rule | undefined): Decision {
  return certain(rule === undefined || rule.accept ? "accept" : "reject", rule ?? null);
}

/** tor's compare_tor_addr_to_short_policy: an accept is only probable, and neither answer is proof for one address. */
function bySummary(summary: PortSummary, port: Port | null): Decision {
  const listed = port !== null && summary.ranges.some(({ min, max }) => min <= port && port <= max);
  const accepts = port === null ? opensAnything(summary) : listed === summary.accept;
  const why = "only the port summary is known, which speaks of most addresses and not of this one";
  return {
    result: accepts ? "probably-accept" : "reject",
    rule: summary.text,
    origin: null,
    conclusive: false,
    why,
  };
}

function opensAnything({ accept, ranges }: PortSummary): boolean {
  return accept || !ranges.some(({ min, max }) => min <= 1 && max === 65535);
}

/**
 * compare_unknown_tor_addr_to_addr_policy and compare_known_tor_addr_to_addr_policy_noport in one: the first rule that
 * matches whatever the unknown part is decides, and is only probable once a different rule might have matched before it.
 */
function byPossibleMatches(
  list: CompiledRules,
  address: IpBits | null,
  port: Port | null,
): Decision {
  let mayAccept: Rule | null = null;
  let mayReject: Rule | null = null;
  for (const [index, rule] of list.rules.entries()) {
    if (!mayMatch(list, index, address, port)) continue;
    if (matchesAlways(rule, address, port))
      return weigh(rule.accept, rule, rule.accept ? mayReject : mayAccept);
    if (rule.accept) mayAccept ??= rule;
    else mayReject ??= rule;
  }
  return weigh(true, null, mayReject);
}

function weigh(accept: boolean, rule: Rule | null, doubt: Rule | null): Decision {
  const word = accept ? "accept" : "reject";
  if (doubt === null) return certain(word, rule);
  return {
    result: `probably-${word}`,
    rule: rule?.text ?? null,
    origin: rule?.origin ?? null,
    conclusive: false,
    why: `the target is not fully known, and "${doubt.text}" may decide it first`,
  };
}

/** Whether the rule matches for some value of what is unknown. */
function mayMatch(
  list: CompiledRules,
  index: number,
  address: IpBits | null,
  port: Port | null,
): boolean {
  const inRange =
    port === null || (port >= (list.minPorts[index] ?? 0) && port <= (list.maxPorts[index] ?? 0));
  return inRange && (address === null || netContains(list, index, address.words));
}

/** Whether a rule that may match does so for every value of what is unknown. */
function matchesAlways(rule: Rule, address: IpBits | null, port: Port | null): boolean {
  const allPorts = rule.minPort <= 1 && rule.maxPort === 65535;
  return (address !== null || rule.prefix === 0) && (port !== null || allPorts);
}

function certain(result: "accept" | "reject", rule: Rule | null): Decision {
  return {
    result,
    rule: rule?.text ?? null,
    origin: rule?.origin ?? null,
    conclusive: true,
    why: null,
  };
}
