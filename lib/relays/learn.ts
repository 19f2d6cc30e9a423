import { type Ip, ipFamily } from "../net/ip.ts";
import { contains, type Instant } from "../time/instant.ts";
import { withAnnounced, withTenure } from "./announced.ts";
import { parseFingerprint, placeholderFingerprint } from "./fingerprint.ts";
import type { PolicyInForce, Relay, RelayHistory, Tenure } from "./history.ts";
import { endedAt, observed } from "./observed.ts";
import type { DescriptorFacts } from "./read-descriptor.ts";
import { isWholeTorrc, type TorrcFacts } from "./read-torrc.ts";
import { samePolicy } from "./same-policy.ts";

/** The history with the new knowledge in it, and the relay it is about (null: nothing could be learnt). */
export type Learnt = { history: RelayHistory; relay: Relay | null };

/** What the operator says beside the file: since when it is in force, which addresses are the relay's, who it is. */
export type TorrcContext = {
  from: Instant;
  learnedAt: Instant;
  ips: Ip[];
  fingerprint: string | null;
};

const TORRC = "torrc";
const SIGNED = "descriptor (signed)";
const UNSIGNED = "descriptor (unsigned)";

/**
 * From `from` on the relay has these addresses and this policy. Addresses of an earlier torrc that are missing now end
 * there; addresses learnt elsewhere are left alone, since a torrc need not name them. When lines of it stand in a file that
 * was not read, its policy is not known from then on, and not what the rest says. Pure; the history given is not
 * changed.
 */
export function learnFromTorrc(
  history: RelayHistory,
  torrc: TorrcFacts,
  context: TorrcContext,
): Learnt {
  const { from, learnedAt, ips } = context;
  const nickname = torrc.nickname ?? "Unnamed";
  const wanted = context.fingerprint ?? placeholderFingerprint(nickname, ips[0] ?? null);
  const known = findRelay(history, nickname, wanted, ips);
  const sourced = { from, to: null, source: TORRC, learnedAt };
  const gone = (tenure: Tenure) => tenure.source === TORRC && !ips.includes(tenure.ip);
  const kept = known.tenures.flatMap((tenure) =>
    gone(tenure) ? endedAt([tenure], from) : [tenure],
  );
  const relay: Relay = {
    ...known,
    nickname: torrc.nickname ?? known.nickname,
    fingerprint: parseFingerprint(wanted) ?? known.fingerprint,
    tenures: ips.reduce((tenures, ip) => withTenure(tenures, { ip, ...sourced }), kept),
    policies: isWholeTorrc(torrc)
      ? withPolicy(known, { lines: torrc.policyLines, form: "torrc", ...sourced }, ips)
      : endedAt(known.policies, from),
  };
  return { history: withRelay(history, known, relay), relay };
}

/**
 * When it was published, the relay announced these addresses and this policy. A descriptor whose signature does not fit,
 * or that names no relay or time, teaches nothing. It adds a relay the desk does not know yet: hand in the operator's
 * own only. Its uptime is not taken over: it says since when tor ran, but not when it stopped.
 */
export function learnFromDescriptor(
  history: RelayHistory,
  descriptor: DescriptorFacts,
  { learnedAt }: { learnedAt: Instant },
): Learnt {
  const { fingerprint, published, nickname, addresses, policyLines } = descriptor;
  const forged = descriptor.rsa === "invalid" || descriptor.ed25519 === "invalid";
  if (forged || fingerprint === null || published === null) return { history, relay: null };
  const known = findRelay(history, nickname, fingerprint, addresses);
  const source = descriptor.rsa === "valid" ? SIGNED : UNSIGNED;
  const sourced = { from: published, to: null, source, learnedAt };
  const policy: PolicyInForce = { lines: policyLines, form: "descriptor", ...sourced };
  const relay: Relay = {
    ...known,
    nickname: published >= newest(known) ? nickname : known.nickname,
    fingerprint,
    tenures: ([4, 6] as const).reduce((tenures, family) => {
      const ip = addresses.find((address) => ipFamily(address) === family);
      return withAnnounced(
        tenures,
        family,
        ip === undefined ? null : { ip, ...sourced },
        published,
      );
    }, known.tenures),
    policies: policyLines.length > 0 ? withPolicy(known, policy, addresses) : known.policies,
  };
  return { history: withRelay(history, known, relay), relay };
}

/**
 * The same for a file of descriptors, oldest first. Order matters: an interval keeps no record of how late it was last
 * confirmed, so of two files the older should be learnt first.
 */
export function learnFromDescriptors(
  history: RelayHistory,
  descriptors: readonly DescriptorFacts[],
  context: { learnedAt: Instant },
): RelayHistory {
  return descriptors
    .toSorted((a, b) => (a.published ?? 0) - (b.published ?? 0))
    .reduce((known, each) => learnFromDescriptor(known, each, context).history, history);
}

/** By fingerprint; else a relay of that name at one of the addresses whose fingerprint is not known, or not asked for. */
function findRelay(history: RelayHistory, nickname: string, wanted: string, ips: Ip[]): Relay {
  const exact = history.relays.find((relay) => relay.fingerprint === wanted);
  const namesake = history.relays.find(
    (relay) =>
      relay.nickname === nickname &&
      (parseFingerprint(relay.fingerprint) === null || parseFingerprint(wanted) === null) &&
      relay.tenures.some((tenure) => ips.includes(tenure.ip)),
  );
  return (
    exact ?? namesake ?? { nickname, fingerprint: wanted, tenures: [], policies: [], uptime: [] }
  );
}

function withRelay(history: RelayHistory, known: Relay, relay: Relay): RelayHistory {
  if (!history.relays.includes(known)) return { relays: [...history.relays, relay] };
  return { relays: history.relays.map((each) => (each === known ? relay : each)) };
}

function newest({ policies, tenures }: Relay): Instant {
  return Math.max(...[...policies, ...tenures].map(({ from }) => from), Number.NEGATIVE_INFINITY);
}

function withPolicy(known: Relay, seen: PolicyInForce, announced: Ip[]): PolicyInForce[] {
  const held = known.tenures.filter((tenure) => contains(tenure, seen.from)).map(({ ip }) => ip);
  const addresses = announced.length > 0 ? announced : held;
  return observed(known.policies, seen, (a, b) => samePolicy(a, b, addresses));
}
