import { decide } from "../exit-policy/decide.ts";
import { isExit, type Policy } from "../exit-policy/policy.ts";
import { summarize } from "../exit-policy/summarize.ts";
import type { Target } from "./accusations.ts";
import type { EffectivePolicy } from "./effective-policy.ts";
import type { Answer } from "./verdict.ts";

/**
 * What a policy says about a target. `unsure` covers tor's "probably" answers and everything only a port summary says;
 * `note` is then the reason, a clause that ends a sentence.
 */
export type PolicyCheck = {
  answer: "accept" | "reject" | "unsure";
  rule: string | null;
  note: string;
};

export function checkPolicy(read: EffectivePolicy, target: Target): PolicyCheck {
  if ("flaw" in read) return { answer: "unsure", rule: null, note: read.flaw };
  const { policy, forPublic } = read;
  // What a victim reports is on the Internet: rules about private networks say nothing about it.
  const asked = target.ip === null ? forPublic : policy;
  const { result, rule, origin, conclusive, why } = decide(asked, target);
  if (!isExit(policy)) return { answer: "reject", rule: rule ?? "reject *:*", note: NO_RULE };
  const doubt = doubtIn(read, target, { result, origin });
  if (doubt !== null) return { answer: "unsure", rule, note: doubt };
  if (conclusive && (result === "accept" || result === "reject")) {
    return { answer: result, rule, note: NO_RULE };
  }
  const note = target.port === null ? openPortNote(asked, target) : (why ?? NO_RULE);
  return { answer: "unsure", rule: target.port === null ? null : rule, note };
}

/** Why a line that decides may not be tor's own answer. */
function doubtIn(
  { older, unsureOwn }: Extract<EffectivePolicy, { policy: Policy }>,
  target: Target,
  { result, origin }: { result: string; origin: string | null },
): string | null {
  if (origin === OWN_ADDRESS && target.ip !== null && unsureOwn.includes(target.ip)) {
    return "tor rejects the address it announces, and which of the relay's addresses that was is not known";
  }
  if (older !== null && decide(older, target).result !== result) {
    return "tor's reduced policy has allowed this port since 0.4.9.4 only, and which version ran is not known";
  }
  return null;
}

/** As `parse-torrc-policy.ts` names it. */
const OWN_ADDRESS = "the relay's own address";

/** Was the relay an exit under this policy: did it accept anything at all? */
export function exitRole(read: EffectivePolicy): Answer {
  if ("flaw" in read) return "unknown";
  return isExit(read.policy) ? "yes" : "no";
}

/** tor and dir-spec 2.1.1: what no rule matches is accepted. */
const NO_RULE = "because no line of the policy matches it";

/** Where the ports of file sharing and of other programs without a port of their own usually lie. */
const HIGH_PORTS = [16881, 23456, 32768, 40000, 45678, 49152, 51413, 55555, 60000, 62345];

function openPortNote(policy: Policy, target: Target): string {
  const open = HIGH_PORTS.filter((port) => decide(policy, { ...target, port }).result !== "reject");
  const summary = shorten(summarize(policy, target.family));
  if (open.length === HIGH_PORTS.length) {
    return `it fits an exit that permits high ports (\`${summary}\`)`;
  }
  return open.length === 0
    ? `the policy permitted no arbitrary high ports (\`${summary}\`)`
    : `the policy permitted some high ports (\`${summary}\`)`;
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, text.lastIndexOf(",", 110))}, ...` : text;
}
