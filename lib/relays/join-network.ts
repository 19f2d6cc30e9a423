import { groupByPolicy, type PolicyGroup } from "../exit-policy/exits-reaching.ts";
import { parseDescriptorPolicy } from "../exit-policy/parse-descriptor-policy.ts";
import { parseSummaryPolicy } from "../exit-policy/parse-summary-policy.ts";
import type { Policy } from "../exit-policy/policy.ts";
import type { Ip } from "../net/ip.ts";
import { type Instant, toIso } from "../time/instant.ts";
import type { ConsensusRelay } from "./read-consensus.ts";
import type { DescriptorFacts } from "./read-descriptor.ts";
import type { Microdescriptor } from "./read-microdescriptors.ts";
import { ofKind, type TorDocument } from "./tor-document.ts";

/** A relay of the network. Addresses are those it announces, then others its exit traffic was seen from. */
export type NetworkRelay = { fingerprint: string; nickname: string; addresses: Ip[] };

/** `text`: the policy lines of a descriptor, or `p` and `p6` lines. Equal policies are equal texts. */
type NetworkEntry = { relay: NetworkRelay; text: string };

/** The network at one moment, as far as the documents tell it. */
export type Network = {
  /** Where it is from, and when: "consensus of 2026-02-01T10:00:00Z". */
  from: string;
  at: Instant | null;
  entries: NetworkEntry[];
  /** How many have the policy of their descriptor, which is exact for IPv4. */
  exact: number;
  /** How many only have the port summary of IPv4: what they do with IPv6 is not known. */
  withoutIpv6: number;
  /** Listed relays of which no document at hand tells any policy. */
  withoutPolicy: number;
};

/**
 * Puts documents together into the newest network they describe: the newest consensus (both flavours of one hour are
 * one), the descriptors and microdescriptors it names by digest, and the exit lists of its day. Without a consensus the
 * newest Onionoo document that has policies; without that the newest descriptor of each relay. `flaw` is one sentence.
 */
export function joinNetwork(documents: readonly TorDocument[]): Network | { flaw: string } {
  const network = fromConsensus(documents) ?? fromOnionoo(documents) ?? fromDescriptors(documents);
  return network === null ? { flaw: whyNone(documents) } : withExits(network, documents);
}

/** The network ready for `exitsReaching`. */
export function networkGroups({ entries }: Network): {
  groups: PolicyGroup<NetworkRelay>[];
  unread: NetworkRelay[];
} {
  return groupByPolicy(entries, parseText);
}

function parseText(text: string): Policy | null {
  const lines = text.split("\n");
  const value = (keyword: string) =>
    lines.find((line) => line.startsWith(`${keyword} `))?.slice(keyword.length + 1) ?? null;
  const [p, p6] = [value("p"), value("p6")];
  const isSummary = p !== null || p6 !== null;
  return (isSummary ? parseSummaryPolicy({ p, p6 }) : parseDescriptorPolicy(lines)).policy;
}

function fromConsensus(documents: readonly TorDocument[]): Network | null {
  const usable = ofKind(documents, "consensus")
    .map(({ consensus }) => consensus)
    .filter(({ relays, validAfter }) => relays.length > 0 && validAfter !== null);
  const at = Math.max(...usable.map(({ validAfter }) => validAfter ?? 0));
  const newest = usable.filter(({ validAfter }) => validAfter === at);
  if (newest.length === 0) return null;
  const listed = new Map<string, ConsensusRelay>();
  for (const relay of newest.flatMap(({ relays }) => relays)) {
    const known = listed.get(relay.fingerprint);
    listed.set(relay.fingerprint, known === undefined ? relay : bothFlavours(known, relay));
  }
  const network = emptyNetwork(`consensus of ${toIso(at)}`, at);
  const named = documentsByDigest(documents);
  for (const relay of listed.values()) addListed(network, relay, named);
  return network.entries.length === 0 ? null : network;
}

function bothFlavours(one: ConsensusRelay, other: ConsensusRelay): ConsensusRelay {
  return {
    ...one,
    descriptorDigest: one.descriptorDigest ?? other.descriptorDigest,
    microdescDigest: one.microdescDigest ?? other.microdescDigest,
    policySummary: one.policySummary ?? other.policySummary,
    addresses: [...new Set([...one.addresses, ...other.addresses])],
  };
}

type ByDigest = {
  descriptors: Map<string | null, DescriptorFacts>;
  microdescriptors: Map<string | null, Microdescriptor>;
};

function documentsByDigest(documents: readonly TorDocument[]): ByDigest {
  const descriptors = ofKind(documents, "descriptors").flatMap((each) => each.descriptors);
  const micro = ofKind(documents, "microdescriptors").flatMap((each) => each.microdescriptors);
  return {
    descriptors: new Map(descriptors.map((each) => [each.digest, each])),
    microdescriptors: new Map(micro.map((each) => [each.digest, each])),
  };
}

/** A digest in the consensus vouches for the document it is of, so its signature need not be looked at again. */
function addListed(network: Network, listed: ConsensusRelay, named: ByDigest): void {
  const { descriptorDigest, microdescDigest, policySummary } = listed;
  const descriptor = descriptorDigest === null ? null : named.descriptors.get(descriptorDigest);
  const micro = microdescDigest === null ? null : named.microdescriptors.get(microdescDigest);
  const addresses = [...listed.addresses, ...(micro?.addresses ?? [])];
  const relay = { ...listed, addresses: [...new Set(addresses)] };
  if (descriptor && descriptor.policyLines.length > 0) {
    network.exact++;
    add(network, relay, descriptor.policyLines.join("\n"));
  } else if (micro) {
    add(network, relay, summaryText(micro.p ?? policySummary, micro.p6));
  } else if (policySummary !== null) {
    network.withoutIpv6++;
    add(network, relay, summaryText(policySummary, null));
  } else network.withoutPolicy++;
}

/** A microdescriptor without a line accepts nothing there (dir-spec 3.3). */
function summaryText(p: string | null, p6: string | null): string {
  return `p ${p ?? "reject 1-65535"}${p6 === null ? "" : `\np6 ${p6}`}`;
}

function add(network: Network, relay: NetworkRelay, text: string): void {
  const { fingerprint, nickname, addresses } = relay;
  network.entries.push({ relay: { fingerprint, nickname, addresses }, text });
}

function emptyNetwork(from: string, at: Instant | null): Network {
  return { from, at, entries: [], exact: 0, withoutIpv6: 0, withoutPolicy: 0 };
}

function fromOnionoo(documents: readonly TorDocument[]): Network | null {
  const [newest] = ofKind(documents, "onionoo")
    .filter(({ relays }) => relays.some(({ policyLines }) => policyLines.length > 0))
    .map(({ relays }) => ({ relays, at: Math.max(...relays.map(({ seenAt }) => seenAt)) }))
    .sort((a, b) => b.at - a.at);
  if (newest === undefined) return null;
  const network = emptyNetwork(`Onionoo document of ${toIso(newest.at)}`, newest.at);
  for (const { addresses, policyLines, ...relay } of newest.relays) {
    if (policyLines.length === 0) network.withoutPolicy++;
    else {
      network.exact++;
      add(network, { ...relay, addresses: addresses.map(({ ip }) => ip) }, policyLines.join("\n"));
    }
  }
  return network;
}

/** A descriptor that was changed is not its relay's word. */
function fromDescriptors(documents: readonly TorDocument[]): Network | null {
  const newest = new Map<string, DescriptorFacts>();
  for (const descriptor of ofKind(documents, "descriptors").flatMap((each) => each.descriptors)) {
    const { fingerprint, published, rsa, ed25519, policyLines } = descriptor;
    if (fingerprint === null || rsa === "invalid" || ed25519 === "invalid") continue;
    if (policyLines.length === 0) continue;
    const known = newest.get(fingerprint);
    if ((published ?? 0) >= (known?.published ?? 0)) newest.set(fingerprint, descriptor);
  }
  if (newest.size === 0) return null;
  const network = emptyNetwork("newest descriptor of each relay", null);
  for (const [fingerprint, { nickname, addresses, policyLines }] of newest) {
    network.exact++;
    add(network, { fingerprint, nickname, addresses }, policyLines.join("\n"));
  }
  return network;
}

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;

/**
 * With the addresses exit lists saw relays leave from in the day before the network's hour and the hour after it, as
 * ExoneraTor joins them. Relays known by their descriptors alone have no such hour: every sighting counts.
 */
function withExits(network: Network, documents: readonly TorDocument[]): Network {
  const { at } = network;
  const seen = new Map<string, Ip[]>();
  for (const { fingerprint, exits } of ofKind(documents, "exit-list").flatMap((e) => e.entries)) {
    const fresh = exits.filter(
      ({ seenAt }) => at === null || (seenAt > at - DAY && seenAt < at + HOUR),
    );
    const known = seen.get(fingerprint) ?? [];
    seen.set(fingerprint, [...known, ...fresh.map(({ ip }) => ip)]);
  }
  if (seen.size === 0) return network;
  const entries = network.entries.map(({ relay, text }) => {
    const more = seen.get(relay.fingerprint) ?? [];
    return { relay: { ...relay, addresses: [...new Set([...relay.addresses, ...more])] }, text };
  });
  return { ...network, entries };
}

function whyNone(documents: readonly TorDocument[]): string {
  const has = (kind: TorDocument["kind"]) => ofKind(documents, kind).length > 0;
  if (has("consensus")) {
    return "the consensus tells no policies: put cached-microdescs or cached-descriptors of the same time beside it";
  }
  if (has("onionoo")) {
    return "the Onionoo document has no exit policies: fetch details with the field exit_policy";
  }
  if (has("microdescriptors")) {
    return "microdescriptors do not name their relays: put the consensus-microdesc of the same time beside them";
  }
  const [first] = documents.flatMap(({ problems }) => problems);
  return first?.text ?? "there is no consensus, no descriptor and no Onionoo document in it";
}
