import { parseDescriptorPolicy } from "../exit-policy/parse-descriptor-policy.ts";
import { parseTorrcPolicy } from "../exit-policy/parse-torrc-policy.ts";
import type { ParsedPolicy, Policy, Rule } from "../exit-policy/policy.ts";
import { PRIVATE_NETS } from "../exit-policy/standard-policies.ts";
import { networkContains, wordMask } from "../net/cidr.ts";
import { type Ip, ipText } from "../net/ip.ts";
import { specialRange } from "../net/special-range.ts";
import type { PolicyInForce } from "../relays/history.ts";

/** `forPublic` is the same policy without the rejects that concern only addresses no victim can have. */
export type EffectivePolicy = { policy: Policy; forPublic: Policy } | { flaw: string };

const READ = new WeakMap<PolicyInForce, Map<string, EffectivePolicy>>();

/**
 * The policy as tor made it of the known lines; read once per interval and set of own addresses. `addresses` are the
 * relay's own at the time: tor rejects connections to itself.
 */
export function effectivePolicy(inForce: PolicyInForce, addresses: readonly Ip[]): EffectivePolicy {
  const key = [...addresses].sort().join(" ");
  const known = READ.get(inForce) ?? new Map<string, EffectivePolicy>();
  READ.set(inForce, known);
  const read = known.get(key) ?? readPolicy(inForce, addresses);
  known.set(key, read);
  return read;
}

function readPolicy({ form, lines }: PolicyInForce, addresses: readonly Ip[]): EffectivePolicy {
  const { policy, problems }: ParsedPolicy =
    form === "torrc" ? parseTorrcPolicy(lines, addresses) : parseDescriptorPolicy(lines);
  if (policy === null) {
    const refusal = problems.find((problem) => problem.effect === "refused");
    return { flaw: `tor does not accept the recorded policy (${refusal?.text ?? "unknown flaw"})` };
  }
  const rules = policy.rules.filter((rule) => rule.accept || !isHarmless(rule, addresses));
  return { policy, forPublic: { ...policy, rules } };
}

/** Whether the rule only concerns private or reserved networks, or the relay itself. */
function isHarmless(rule: Rule, own: readonly Ip[]): boolean {
  if (rule.prefix === 0) return false;
  const inPrivate = PRIVATE_NETS.some(
    (net) => net.prefix <= rule.prefix && networkContains(net, rule),
  );
  if (inPrivate) return true;
  const [first, last] = ends(rule);
  if (first === last) return own.includes(first) || specialRange(first) !== null;
  const range = specialRange(first);
  return range !== null && range === specialRange(last);
}

/** First and last address of the rule's network. */
function ends({ family, words, prefix }: Rule): [Ip, Ip] {
  const low = words.map((word, index) => (word & wordMask(prefix, index)) >>> 0);
  const high = words.map((word, index) => (word | ~wordMask(prefix, index)) >>> 0);
  return [ipText({ family, words: low }), ipText({ family, words: high })];
}
