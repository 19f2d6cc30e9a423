import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { parsePolicyText } from "../exit-policy/parse-policy-text.ts";
import type { Policy } from "../exit-policy/policy.ts";
import { asTorrcLines } from "../exit-policy/simulate.ts";
import type { Ip } from "../net/ip.ts";
import type { PolicyInForce, Relay } from "../relays/history.ts";
import { intervalsIn } from "../relays/intervals-in.ts";
import { policyAt } from "../relays/policy-at.ts";
import { listRelayNames, listRelays } from "../relays/store.ts";
import type { Instant } from "../time/instant.ts";

export type RelayChoice = { id: string; nickname: string; fingerprint: string };

/** A relay's policy at a moment. `lines` are as they were learnt; empty with a `gap` when none is known then. */
export type RelayPolicy = {
  relay: RelayChoice;
  at: Instant;
  inForce: Pick<PolicyInForce, "from" | "to" | "source" | "learnedAt"> | null;
  lines: string[];
  /** The relay's own addresses then: tor rejects connections to itself. */
  addresses: Ip[];
  /** Every address it ever held: those complaints are about. */
  allAddresses: Ip[];
  /** Why there is no policy, or what is uncertain about it; null when all is well. */
  gap: string | null;
  policy: Policy | null;
};

/** The relays to choose from, by name. */
export async function relayChoices(db: Db, viewer: Viewer): Promise<RelayChoice[]> {
  return await listRelayNames(db, viewer);
}

/** The policy of one relay of the viewer's desk at a moment; null when there is no such relay. */
export async function relayPolicy(
  db: Db,
  viewer: Viewer,
  { relayId, at }: { relayId: string; at: Instant },
): Promise<RelayPolicy | null> {
  const [found] = await listRelays(db, viewer, relayId);
  if (found === undefined) return null;
  const { relay } = found;
  const window = { earliest: at, latest: at };
  const { policies } = policyAt(relay, window);
  const chosen = policies.at(-1) ?? null;
  const held = intervalsIn(relay.tenures, window).found;
  const addresses = unique((held.length > 0 ? held : relay.tenures).map(({ ip }) => ip));
  const lines = chosen === null ? [] : linesOf(chosen);
  return {
    relay: { id: found.id, nickname: relay.nickname, fingerprint: relay.fingerprint },
    at,
    inForce: chosen,
    lines,
    addresses,
    allAddresses: unique(relay.tenures.map(({ ip }) => ip)),
    gap: gapText(relay, policies),
    policy: chosen && parsePolicyText(lines, addresses).policy,
  };
}

function linesOf({ form, lines }: PolicyInForce): string[] {
  return form === "torrc" ? asTorrcLines(lines) : lines;
}

function gapText(
  { nickname, policies: known }: Relay,
  policies: readonly PolicyInForce[],
): string | null {
  if (known.length === 0)
    return `No exit policy of ${nickname} is known. Add its torrc or descriptor under Relays.`;
  if (policies.length === 0)
    return `No exit policy of ${nickname} is known for that moment. Choose another, or add an older descriptor under Relays.`;
  if (policies.length > 1)
    return "Two sources tell a policy for that moment; the one learnt to begin later is shown.";
  return null;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
