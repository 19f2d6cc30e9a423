import { parsePolicyText } from "../exit-policy/parse-policy-text.ts";
import { isExit, type Policy } from "../exit-policy/policy.ts";
import { asTorrcLines } from "../exit-policy/simulate.ts";
import type { Ip } from "../net/ip.ts";
import { contains, type Instant } from "../time/instant.ts";
import type { Relay } from "./history.ts";

/** A relay as it stands at one moment. */
export type RelayNow = {
  nickname: string;
  /** Held at that moment, each with the beginning of the time it was held without a break we know of. */
  addresses: { ip: Ip; since: Instant }[];
  /** The policy in force; null when none is known for that moment. */
  policy: Policy | null;
  /** Does the policy let anything out? Null when there is none to ask. */
  isExit: boolean | null;
  /** Since when the policy is known to be in force. */
  policySince: Instant | null;
  /** When anything of this was last seen to be so. */
  seenAt: Instant | null;
};

/** What a relay is at this moment, as far as its history tells. Pure. */
export function relayNow({ nickname, tenures, policies }: Relay, now: Instant): RelayNow {
  const held = tenures.filter((tenure) => contains(tenure, now));
  const inForce = policies.filter((policy) => contains(policy, now)).at(-1) ?? null;
  const ips = [...new Set(held.map(({ ip }) => ip))];
  const lines = inForce?.form === "torrc" ? asTorrcLines(inForce.lines) : (inForce?.lines ?? []);
  const policy = inForce === null ? null : parsePolicyText(lines, ips).policy;
  const seen = [...held, ...(inForce ? [inForce] : [])].map(({ from, confirmedAt, learnedAt }) =>
    Math.max(from, confirmedAt ?? learnedAt),
  );
  return {
    nickname,
    addresses: ips.map((ip) => ({
      ip,
      since: Math.min(...held.filter((tenure) => tenure.ip === ip).map(({ from }) => from)),
    })),
    policy,
    isExit: policy && isExit(policy),
    policySince: inForce?.from ?? null,
    seenAt: seen.length === 0 ? null : Math.max(...seen),
  };
}
