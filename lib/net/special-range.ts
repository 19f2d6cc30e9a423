import { type Network, networkContains, parseNetwork } from "./cidr.ts";
import type { Ip } from "./ip.ts";
import { ipBits } from "./ip-bits.ts";

/** Why an address cannot be a host on the public Internet. */
export type SpecialRange =
  | "unspecified"
  | "loopback"
  | "private"
  | "shared"
  | "link-local"
  | "multicast"
  | "benchmark"
  | "translated"
  | "reserved";

/**
 * IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, RFC 8190; as of 2025-10-09), with the multicast and
 * site-local blocks that stand in registries of their own. "translated": the address holds an IPv4 address, which may be
 * any of the others, and a translator or tunnel on the way turns it into that. The documentation ranges are a table of
 * their own. Of the registered blocks that are reachable only AS112 and the AMT relays (192.31.196.0/24, 192.52.193.0/24,
 * 192.175.48.0/24, 2620:4f:8000::/48) are ordinary; those inside 192.0.0.0/24 and 2001::/23 are no hosts either. First
 * match wins.
 */
const RANGES: readonly (readonly [string, SpecialRange])[] = [
  ["0.0.0.0/8", "unspecified"],
  ["10.0.0.0/8", "private"],
  ["100.64.0.0/10", "shared"],
  ["127.0.0.0/8", "loopback"],
  ["169.254.0.0/16", "link-local"],
  ["172.16.0.0/12", "private"],
  ["192.0.0.0/24", "reserved"],
  ["192.88.99.0/24", "translated"],
  ["192.168.0.0/16", "private"],
  ["198.18.0.0/15", "benchmark"],
  ["224.0.0.0/4", "multicast"],
  ["240.0.0.0/4", "reserved"],
  ["::/128", "unspecified"],
  ["::1/128", "loopback"],
  // RFC 4291 2.5.5.1, deprecated: IPv4-compatible.
  ["::/96", "translated"],
  ["::ffff:0:0/96", "reserved"],
  // RFC 2765, of stateless translators.
  ["::ffff:0:0:0/96", "translated"],
  // NAT64: RFC 6052, and RFC 8215 for networks of one's own.
  ["64:ff9b::/96", "translated"],
  ["64:ff9b:1::/48", "translated"],
  ["100::/64", "reserved"],
  ["100:0:0:1::/64", "reserved"],
  ["2001::/32", "translated"],
  ["2001:2::/48", "benchmark"],
  ["2001::/23", "reserved"],
  // 6to4, RFC 3056 and RFC 7526.
  ["2002::/16", "translated"],
  ["5f00::/16", "reserved"],
  ["fc00::/7", "private"],
  ["fe80::/10", "link-local"],
  ["fec0::/10", "private"],
  ["ff00::/8", "multicast"],
];

/** Manuals, demonstrations and our own sample mail use them as ordinary addresses; nobody can be reached there. */
const DOCUMENTATION = [
  "192.0.2.0/24",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "2001:db8::/32",
  "3fff::/20",
].flatMap((cidr) => parseNetwork(cidr) ?? []);

/** RFC 4291 2.4: global unicast as far as IANA hands it out. What lies outside is nobody's, or not for everybody. */
const GLOBAL_UNICAST = parseNetwork("2000::/3");

const NETWORKS: readonly (readonly [Network, SpecialRange])[] = RANGES.flatMap(([cidr, range]) => {
  const network = parseNetwork(cidr);
  return network === null ? [] : [[network, range] as const];
});

/** The special range an address lies in, or null for an ordinary address (documentation addresses are ordinary). */
export function specialRange(ip: Ip): SpecialRange | null {
  const bits = ipBits(ip);
  if (bits === null) return null;
  return NETWORKS.find(([network]) => networkContains(network, bits))?.[1] ?? null;
}

/** Whether the address could be a host on the public Internet; documentation addresses count as such. */
export function isPublicIp(ip: Ip): boolean {
  return ipBits(ip) !== null && specialRange(ip) === null;
}

/**
 * Whether the desk may speak to this address as one of a stranger's: it is a host on the public Internet by all registries,
 * and for IPv6 inside the one block that public addresses come from.
 */
export function isOutside(ip: Ip): boolean {
  const bits = ipBits(ip);
  if (bits === null || specialRange(ip) !== null) return false;
  if (DOCUMENTATION.some((network) => networkContains(network, bits))) return false;
  return bits.family === 4 || (GLOBAL_UNICAST !== null && networkContains(GLOBAL_UNICAST, bits));
}
