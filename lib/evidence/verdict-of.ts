import type { Accusation } from "./accusations.ts";
import type { Moment, RelayState } from "./moments.ts";
import type { Verdict } from "./verdict.ts";

/**
 * The strongest claim that is true at every moment the event may have happened; `cannot-tell` when none is. UDP and ICMP
 * settle a case before any relay is looked at. Bare SYNs do not: a policy that rejected the port is the better proof.
 */
export function verdictOf(accusation: Accusation, moments: Moment[]): Verdict {
  const order: Verdict[] = isNeverTor(accusation) ? NEVER_TOR_FIRST : PROOFS_FIRST;
  const claims = moments.map((moment) => claimsAt(accusation, moment));
  if (claims.length === 0) return "cannot-tell";
  return order.find((verdict) => claims.every((claim) => claim.has(verdict))) ?? "cannot-tell";
}

const PROOFS_FIRST: Verdict[] = [
  "not-our-ip",
  "relay-down",
  "port-rejected",
  "not-tor-traffic",
  "port-allowed",
];
const NEVER_TOR_FIRST: Verdict[] = ["not-our-ip", "not-tor-traffic"];

/** Tor carries TCP streams and nothing else (tor-spec, relay cells: RELAY_BEGIN opens a TCP connection). */
export function isNeverTor(accusation: Accusation): boolean {
  return accusation.protocol === "udp" || accusation.protocol === "icmp";
}

/**
 * An exit opens whole connections, so a SYN that nobody answered or followed up at an open port is not its traffic. Where
 * the receiving side stopped the packets, the first one is all it can have seen of a real connection too, and says nothing.
 */
export function isBareSyn({ synOnly, stopped }: Accusation): boolean {
  return synOnly && !stopped;
}

/** Everything that can be said of one moment; several claims may be true at once. */
function claimsAt(accusation: Accusation, moment: Moment): Set<Verdict> {
  const claims = new Set<Verdict>();
  const { states } = moment;
  if (moment.held === "no") claims.add("not-our-ip");
  if (isNeverTor(accusation) || isBareSyn(accusation)) claims.add("not-tor-traffic");
  if (moment.held !== "yes") return claims;
  const certain = states.filter((state) => state.certain);
  if (certain.some((state) => state.uptime !== "down" && state.reach === "accept")) {
    claims.add("port-allowed");
  }
  if (moment.complete && states.every(isExcluded)) {
    if (states.every((state) => state.uptime === "down")) claims.add("relay-down");
    if (states.some((state) => state.reach === "reject")) claims.add("port-rejected");
  }
  return claims;
}

/** Several relays may share an address: a complaint is refuted only when none of them can have done it. */
function isExcluded(state: RelayState): boolean {
  return state.uptime === "down" || state.reach === "reject";
}
