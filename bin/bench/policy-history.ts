import { effectivePolicy } from "../../lib/evidence/effective-policy.ts";
import { decide } from "../../lib/exit-policy/decide.ts";
import type { Relay } from "../../lib/relays/history.ts";
import { policyAt } from "../../lib/relays/policy-at.ts";
import { type Random, seeded } from "../../lib/testing/random-policy.ts";
import type { Instant } from "../../lib/time/instant.ts";

/** What its operator changes back and forth: the second version of each policy. */
export const LATER_LINE = "ExitPolicy reject *:443";

const MONTH = 30 * 24 * 3600 * 1000;
const START = Date.UTC(2023, 0, 1);
const VERSIONS = 36;
const OWN = ["203.0.113.9"];

/** A relay whose torrc changed each month for three years, from one version to the other and back. */
export function changingRelay(versions: readonly [string[], string[]]): Relay {
  const policies = Array.from({ length: VERSIONS }, (_, month) => ({
    lines: versions[month % 2 === 0 ? 0 : 1],
    form: "torrc" as const,
    from: START + month * MONTH,
    to: month === VERSIONS - 1 ? null : START + (month + 1) * MONTH,
    source: "torrc",
    learnedAt: START,
  }));
  return { nickname: "changing", fingerprint: "A".repeat(40), tenures: [], policies, uptime: [] };
}

export type Moment = { at: Instant; version: 0 | 1 };

/** Moments of the three years, with the version in force. */
export function moments(count: number, seed: number): Moment[] {
  const random: Random = seeded(seed);
  return Array.from({ length: count }, () => {
    const month = Math.floor(random.next() * VERSIONS);
    const at = START + month * MONTH + Math.floor(random.next() * MONTH);
    return { at, version: month % 2 === 0 ? 0 : 1 };
  });
}

/** Would the relay have let this out at that moment? As evidence asks: the policy in force, as tor made it of its lines. */
export function acceptedAt(relay: Relay, at: Instant, [ip, port]: [string, number]): boolean {
  const [inForce] = policyAt(relay, { earliest: at, latest: at }).policies;
  const read = inForce && effectivePolicy(inForce, OWN);
  if (read === undefined || "flaw" in read) throw new Error("no policy in the benchmark's history");
  return decide(read.policy, { ip, port }).result === "accept";
}
