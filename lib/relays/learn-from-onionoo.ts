import { contains, type Instant } from "../time/instant.ts";
import type { Relay, Tenure } from "./history.ts";
import { observed } from "./observed.ts";
import type { OnionooRelay } from "./read-onionoo.ts";
import { samePolicy } from "./same-policy.ts";

const SOURCE = "Onionoo";

/**
 * What the network said about a relay of ours, added to what is known of it (null: nothing yet). Addresses are only
 * added: an exit address missing from one document was not necessarily given up. Pure.
 */
export function learnFromOnionoo(
  known: Relay | null,
  seen: OnionooRelay,
  { learnedAt }: { learnedAt: Instant },
): Relay {
  const { nickname, fingerprint, seenAt, addresses, policyLines } = seen;
  const relay = known ?? { nickname, fingerprint, tenures: [], policies: [], uptime: [] };
  const sourced = { to: null, source: SOURCE, learnedAt };
  const tenures = addresses.reduce(
    (all, { ip, since }) => withTenure(all, { ip, from: since, ...sourced }, seenAt),
    relay.tenures,
  );
  if (policyLines.length === 0) return { ...relay, tenures };
  const policy = { lines: policyLines, form: "descriptor" as const, from: seenAt, ...sourced };
  const own = addresses.map(({ ip }) => ip);
  const policies = observed(relay.policies, policy, (a, b) => samePolicy(a, b, own));
  return { ...relay, tenures, policies };
}

/** Held from `seen.from` to `seenAt` at least: fills the time before, and goes on from there as a sighting does. */
function withTenure(tenures: readonly Tenure[], seen: Tenure, seenAt: Instant): Tenure[] {
  const others = tenures.filter(({ ip }) => ip !== seen.ip);
  const own = tenures.filter(({ ip }) => ip === seen.ip);
  const inForce = own.find((tenure) => contains(tenure, seen.from));
  // Thought to have ended, yet seen afterwards and unchanged all the time: it went on.
  const from = inForce?.to && inForce.to <= seenAt ? inForce.to : seen.from;
  const since = observed(own, { ...seen, from }, () => true);
  const next = observed(since, { ...seen, from: Math.max(from, seenAt) }, () => true);
  return [...others, ...next].sort((a, b) => a.from - b.from || (a.ip < b.ip ? -1 : 1));
}
