import { parseDescriptorPolicy } from "../exit-policy/parse-descriptor-policy.ts";
import { parseTorrcPolicy } from "../exit-policy/parse-torrc-policy.ts";
import type { ParsedPolicy, Policy, Rule } from "../exit-policy/policy.ts";
import { PRIVATE_NETS } from "../exit-policy/standard-policies.ts";
import { networkContains, wordMask } from "../net/cidr.ts";
import { type Ip, ipFamily, ipText } from "../net/ip.ts";
import { specialRange } from "../net/special-range.ts";
import type { PolicyInForce } from "../relays/history.ts";

/** `forPublic` is the same policy without the rejects that concern only addresses no victim can have. */
export type EffectivePolicy =
  | {
      policy: Policy;
      forPublic: Policy;
      /** What the same torrc meant to an older tor, where that differs. */
      older: Policy | null;
      /** Own addresses tor may not know of as its own, since it only rejects the ones it announces. */
      unsureOwn: readonly Ip[];
    }
  | { flaw: string };

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
  const options = { interfaceAddresses: addresses };
  const { policy, problems }: ParsedPolicy =
    form === "torrc" ? parseTorrcPolicy(lines, addresses, options) : parseDescriptorPolicy(lines);
  if (policy === null) {
    const refusal = problems.find((problem) => problem.effect === "refused");
    return { flaw: `tor does not accept the recorded policy (${refusal?.text ?? "unknown flaw"})` };
  }
  const rules = policy.rules.filter((rule) => rule.accept || !isHarmless(rule, addresses));
  return {
    policy,
    forPublic: { ...policy, rules },
    older: form === "torrc" ? olderPolicy(lines, addresses) : null,
    unsureOwn:
      form === "torrc" && !lines.some((line) => ALL_LOCAL.test(line)) ? severalOf(addresses) : [],
  };
}

/** The last stable series before tor's reduced policy grew (see `standard-policies.ts`). */
const BEFORE_IT_GREW = "0.4.8.0";
const REDUCED = /^\s*ReducedExitPolicy\b/i;

/** A torrc does not say which tor read it. */
function olderPolicy(lines: readonly string[], addresses: readonly Ip[]): Policy | null {
  if (!lines.some((line) => REDUCED.test(line))) return null;
  const options = { interfaceAddresses: addresses, torVersion: BEFORE_IT_GREW };
  return parseTorrcPolicy(lines, addresses, options).policy;
}

const ALL_LOCAL = /^\s*ExitPolicyRejectLocalInterfaces\s+1\b/i;

/** Of several addresses of a family one is announced, and the desk does not keep which. */
function severalOf(addresses: readonly Ip[]): Ip[] {
  return ([4, 6] as const).flatMap((family) => {
    const own = addresses.filter((ip) => ipFamily(ip) === family);
    return own.length > 1 ? own : [];
  });
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
