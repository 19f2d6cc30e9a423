import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseTorrcPolicy } from "../../lib/exit-policy/parse-torrc-policy.ts";
import { policyLines } from "../../lib/exit-policy/policy.ts";
import { seeded } from "../../lib/testing/random-policy.ts";
import { LATER_LINE } from "./policy-history.ts";

/** What both sides are asked: effective policies by name, targets, a network of full policies and one of summaries. */
export type PolicyQuestions = {
  /** Each as it is, and as its operator changed it later: `NAME, later`. */
  torrcs: Record<string, string[]>;
  policies: Record<string, string[]>;
  targets: [ip: string, port: number][];
  /** The accept and reject lines of real descriptors, one list a relay. */
  full: string[][];
  /** The `p` line of each relay of a real consensus, without its keyword. */
  summaries: string[];
  /** Who can reach this? */
  target: [ip: string, port: number];
};

const DATA = path.join(import.meta.dirname, "../../../shared/tor-data");
const DESCRIPTORS = path.join(DATA, "zoossh-2014-12-08-server-descriptors");
const CONSENSUS = path.join(DATA, "zoossh-2017-04-15-00-00-00-consensus");
const TARGETS = 3_000;

/** Null when the network documents do not lie beside the checkout. */
export function policyQuestions(seed: number): PolicyQuestions | null {
  if (!existsSync(DESCRIPTORS) || !existsSync(CONSENSUS)) return null;
  const random = seeded(seed);
  const byte = () => Math.floor(random.next() * 256);
  const cidrs = Array.from(
    { length: 50 },
    (_, n) => `ExitPolicy reject ${4 * n + 1}.${byte()}.0.0/16:*`,
  );
  const first = {
    default: ["ExitRelay 1", "IPv6Exit 1"],
    reduced: ["ReducedExitPolicy 1", "IPv6Exit 1"],
    "50 networks": ["ExitRelay 1", "IPv6Exit 1", ...cidrs],
  };
  const torrcs = Object.fromEntries(
    Object.entries(first).flatMap(([name, torrc]) => [
      [name, torrc],
      [later(name), [LATER_LINE, ...torrc]],
    ]),
  );
  const policies = Object.fromEntries(
    Object.entries(torrcs).map(([name, torrc]) => [name, effective(torrc)]),
  );
  const targets = Array.from({ length: TARGETS }, (_, n): [string, number] => [
    n % 2 === 0
      ? `${1 + (byte() % 220)}.${byte()}.${byte()}.${byte()}`
      : `2001:db8:${byte().toString(16)}::${byte().toString(16)}`,
    random.chance(0.5)
      ? random.pick([22, 25, 80, 443, 993, 6667, 6881])
      : 1 + Math.floor(random.next() * 65535),
  ]);
  return {
    torrcs,
    policies,
    targets,
    full: fullPolicies(),
    summaries: summaryLines(),
    target: ["198.51.100.7", 6667],
  };
}

/** The name of a policy's second version. */
export function later(name: string): string {
  return `${name}, later`;
}

function effective(torrc: string[]): string[] {
  const { policy } = parseTorrcPolicy(torrc, ["203.0.113.9"]);
  if (policy === null)
    throw new Error(`the benchmark's own policy is refused: ${torrc.join("; ")}`);
  return policyLines(policy);
}

function fullPolicies(): string[][] {
  const text = readFileSync(DESCRIPTORS, "latin1");
  const relays = text.split(/^router /m).slice(1);
  return relays.map((relay) =>
    relay.split("\n").filter((line) => /^(?:accept|reject) /.test(line)),
  );
}

function summaryLines(): string[] {
  const text = readFileSync(CONSENSUS, "latin1");
  return [...text.matchAll(/^p (.*)$/gm)].map((found) => found[1] ?? "");
}
