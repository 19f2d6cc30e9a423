import { type Ip, parseIp } from "../net/ip.ts";
import { type Network, type NetworkRelay, networkGroups } from "./join-network.ts";

/** What is kept of a network: its exits with their policies, each policy text once, and the counts of the whole. */
export type PackedNetwork = {
  relays: number;
  exact: number;
  withoutIpv6: number;
  withoutPolicy: number;
  policies: string[];
  /** Fingerprint, nickname, addresses, index of the policy. */
  exits: [string, string, Ip[], number][];
};

/** Relays that let nothing out are only counted: they reach no target. */
export function packNetwork(network: Network): PackedNetwork {
  const { groups, unread } = networkGroups(network);
  const closed = new Set(groups.filter((group) => group.closed).flatMap(({ relays }) => relays));
  const left = new Set<NetworkRelay>([...closed, ...unread]);
  const open = network.entries.filter(({ relay }) => !left.has(relay));
  const policies = [...new Set(open.map(({ text }) => text))];
  const index = new Map(policies.map((text, at) => [text, at]));
  return {
    relays: network.entries.length,
    exact: network.exact,
    withoutIpv6: network.withoutIpv6,
    withoutPolicy: network.withoutPolicy + unread.length,
    policies,
    exits: open.map(({ relay, text }) => [
      relay.fingerprint,
      relay.nickname,
      relay.addresses.flatMap((ip) => parseIp(ip) ?? []),
      index.get(text) ?? 0,
    ]),
  };
}

/** The network as it was packed, without the relays that let nothing out. */
export function unpackNetwork(
  { policies, exits, exact, withoutIpv6, withoutPolicy }: PackedNetwork,
  { from, at }: Pick<Network, "from" | "at">,
): Network {
  const entries = exits.map(([fingerprint, nickname, addresses, policy]) => ({
    relay: { fingerprint, nickname, addresses },
    text: policies[policy] ?? "reject *:*",
  }));
  return { from, at, entries, exact, withoutIpv6, withoutPolicy };
}
