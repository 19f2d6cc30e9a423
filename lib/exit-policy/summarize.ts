import type { Policy, PortSummary, Rule } from "./policy.ts";
import { PRIVATE_NETS } from "./standard-policies.ts";

/** A run of ports with one history: how many addresses were rejected so far, and whether it was accepted. */
type Span = { min: number; max: number; rejected: number; accepted: boolean };

/** MAX_EXITPOLICY_SUMMARY_LEN: what fits into a consensus `p` line. */
const MAX_LENGTH = 1000;
/** A port still counts as accepted while at most this many addresses (IPv4) or /64 networks (IPv6) are rejected. */
const CUTOFF = { 4: 2 ** 25, 6: 2 ** 48 } as const;

/**
 * The summary a directory authority would publish: `accept 80,443`, `reject 25` ... (policies.c, policy_summarize).
 * A family known only by a summary gives that summary.
 */
export function summarize(policy: Policy, family: 4 | 6 = 4): string {
  const known = family === 4 ? policy.summary4 : policy.summary6;
  if (known !== null) return summaryText(known);
  const spans = policy.rules
    .filter((rule) => rule.family === family)
    .reduce(applyRule, [{ min: 1, max: 65535, rejected: 0, accepted: false }]);
  const accepts = portList(spans.filter(({ accepted }) => accepted));
  const rejects = portList(spans.filter(({ accepted }) => !accepted));
  if (accepts === "") return "reject 1-65535";
  if (rejects === "") return "accept 1-65535";
  return shorter(accepts, rejects);
}

function applyRule(spans: Span[], rule: Rule): Span[] {
  if (rule.accept && rule.prefix > 0) return spans;
  if (!rule.accept && isPrivateNet(rule)) return spans;
  const cutoff = CUTOFF[rule.family];
  const split = splitAt(splitAt(spans, rule.minPort), rule.maxPort + 1);
  return split.map((span) => {
    if (span.min < rule.minPort || span.max > rule.maxPort) return span;
    if (!rule.accept) return { ...span, rejected: span.rejected + addressCount(rule) };
    return { ...span, accepted: span.accepted || span.rejected <= cutoff };
  });
}

function splitAt(spans: Span[], port: number): Span[] {
  return spans.flatMap((span) =>
    span.min < port && port <= span.max
      ? [
          { ...span, max: port - 1 },
          { ...span, min: port },
        ]
      : [span],
  );
}

/** Addresses for IPv4, /64 networks for IPv6; anything smaller than a /64 counts nothing. */
function addressCount({ family, prefix }: Rule): number {
  const bits = family === 4 ? 32 : 64;
  return prefix > bits ? 0 : 2 ** (bits - prefix);
}

function isPrivateNet(rule: Rule): boolean {
  return PRIVATE_NETS.some(
    (net) =>
      net.family === rule.family &&
      net.prefix === rule.prefix &&
      net.words.every((word, index) => word === rule.words[index]),
  );
}

/** Neighbouring spans joined: `1-79,81`. */
function portList(spans: readonly Span[]): string {
  const joined: { min: number; max: number }[] = [];
  for (const { min, max } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && last.max + 1 === min) last.max = max;
    else joined.push({ min, max });
  }
  return joined.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`)).join(",");
}

function shorter(accepts: string, rejects: string): string {
  const room = MAX_LENGTH - "accept ".length;
  if (accepts.length > room && rejects.length > room) {
    return `accept ${accepts.slice(0, accepts.lastIndexOf(",", room))}`;
  }
  return rejects.length < accepts.length ? `reject ${rejects}` : `accept ${accepts}`;
}

function summaryText({ accept, ranges }: PortSummary): string {
  const list = ranges.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`));
  return `${accept ? "accept" : "reject"} ${list.join(",")}`;
}
