import type { Instant, Interval } from "../time/instant.ts";
import type { PolicyInForce, Relay, Sourced } from "./history.ts";

export const STRIKE_KINDS = ["tenure", "policy", "uptime"] as const;
export type StrikeKind = (typeof STRIKE_KINDS)[number];

/**
 * A part of a relay's history a person says is wrong. `what`: the address, the policy's lines one a line, or nothing for
 * uptime. An open end strikes out what is learnt of the same later, too.
 */
export type Strike = Interval & { kind: StrikeKind; what: string };

/** What a strike of this policy is known by. */
export function policyText({ lines }: Pick<PolicyInForce, "lines">): string {
  return lines.join("\n");
}

/**
 * The relay without what was struck out. An address struck out was not the relay's; of a policy or a run nothing is
 * known then. Pure.
 */
export function withoutStruck(relay: Relay, strikes: readonly Strike[]): Relay {
  return strikes.reduce((known, strike) => STRIKERS[strike.kind](known, strike), relay);
}

const STRIKERS: Record<StrikeKind, (relay: Relay, strike: Strike) => Relay> = {
  tenure: (relay, strike) => ({
    ...relay,
    tenures: relay.tenures.flatMap((each) => (each.ip === strike.what ? rest(each, strike) : each)),
  }),
  policy: (relay, strike) => ({
    ...relay,
    policies: relay.policies.flatMap((each) =>
      policyText(each) === strike.what ? rest(each, strike) : each,
    ),
  }),
  uptime: (relay, strike) => ({
    ...relay,
    uptime: relay.uptime.flatMap((each) => rest(each, strike)),
    unsure: [...(relay.unsure ?? []), ...relay.uptime.flatMap((each) => struckPart(each, strike))],
  }),
};

/** What of the interval lies outside the strike. */
function rest<T extends Interval>(known: T, { from, to }: Interval): T[] {
  const before = part(known, Number.NEGATIVE_INFINITY, from);
  return to === null ? before : [...before, ...part(known, to, Number.POSITIVE_INFINITY)];
}

function struckPart<T extends Interval & Sourced>(known: T, { from, to }: Interval): T[] {
  const inside = part(known, from, to ?? Number.POSITIVE_INFINITY);
  return inside.map((each) => ({ ...each, source: "struck out by a person of this desk" }));
}

function part<T extends Interval>(known: T, from: Instant, to: Instant): T[] {
  const begin = Math.max(known.from, from);
  const end = Math.min(known.to ?? Number.POSITIVE_INFINITY, to);
  if (begin >= end) return [];
  return [{ ...known, from: begin, to: end === Number.POSITIVE_INFINITY ? null : end }];
}
