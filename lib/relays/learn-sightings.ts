import { ipFamily } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import { withAnnounced, withTenure } from "./announced.ts";
import type { Relay } from "./history.ts";
import type { ConsensusRelay } from "./read-consensus.ts";
import type { ExitListEntry } from "./read-exit-list.ts";

/**
 * A relay of ours as a consensus of `at` listed it. Its addresses are learnt; its port summary is not a policy and is
 * not taken for one, and an IPv6 address it leaves out is not given up. Pure.
 */
export function learnFromConsensus(
  relay: Relay,
  listed: ConsensusRelay,
  at: Instant,
  { source, learnedAt }: { source: string; learnedAt: Instant },
): Relay {
  const tenures = ([4, 6] as const).reduce((all, family) => {
    const ip = listed.addresses.find((address) => ipFamily(address) === family);
    if (ip === undefined) return all;
    return withAnnounced(all, family, { ip, from: at, to: null, source, learnedAt }, at);
  }, relay.tenures);
  return { ...relay, tenures };
}

/** The addresses exit traffic of a relay of ours was seen from, beside what else is known. Pure. */
export function learnFromExitList(
  relay: Relay,
  { exits }: ExitListEntry,
  { learnedAt }: { learnedAt: Instant },
): Relay {
  const tenures = exits.reduce((all, { ip, seenAt }) => {
    const sighting = { ip, from: seenAt, to: null, source: "exit list", learnedAt };
    return withTenure(all, sighting);
  }, relay.tenures);
  return { ...relay, tenures };
}
