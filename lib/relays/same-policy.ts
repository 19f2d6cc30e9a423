import { parseDescriptorPolicy } from "../exit-policy/parse-descriptor-policy.ts";
import { parseTorrcPolicy } from "../exit-policy/parse-torrc-policy.ts";
import type { Policy } from "../exit-policy/policy.ts";
import { removeRedundant } from "../exit-policy/rule.ts";
import { summarize } from "../exit-policy/summarize.ts";
import type { Ip } from "../net/ip.ts";
import type { PolicyInForce } from "./history.ts";

type PolicyText = Pick<PolicyInForce, "lines" | "form">;

/**
 * Whether two records are of the same policy: the same lines, or in two forms the same IPv4 rules and the same IPv6
 * summary, which is all a descriptor says about IPv6. `addresses` are the relay's own, which tor rejects.
 */
export function samePolicy(a: PolicyText, b: PolicyText, addresses: readonly Ip[]): boolean {
  if (a.form === b.form) return sameTexts(a.lines, b.lines);
  const [first, second] = [effective(a, addresses), effective(b, addresses)];
  if (first === null || second === null) return false;
  return (
    sameTexts(ipv4Rules(first), ipv4Rules(second)) && summarize(first, 6) === summarize(second, 6)
  );
}

function effective({ lines, form }: PolicyText, addresses: readonly Ip[]): Policy | null {
  const read = form === "torrc" ? parseTorrcPolicy(lines, addresses) : parseDescriptorPolicy(lines);
  return read.policy;
}

function ipv4Rules(policy: Policy): string[] {
  const rules = policy.rules.filter((rule) => rule.family === 4);
  return removeRedundant(rules).map((rule) => rule.text);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
