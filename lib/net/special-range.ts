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
  | "reserved";

/**
 * IANA special-purpose address registries (RFC 6890 and its updates). The documentation ranges 192.0.2.0/24,
 * 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32 and 3fff::/20 are left out on purpose: manuals, demonstrations and our
 * own sample mail use them as ordinary addresses. First match wins.
 */
const RANGES: readonly (readonly [string, SpecialRange])[] = [
  ["0.0.0.0/8", "unspecified"],
  ["10.0.0.0/8", "private"],
  ["100.64.0.0/10", "shared"],
  ["127.0.0.0/8", "loopback"],
  ["169.254.0.0/16", "link-local"],
  ["172.16.0.0/12", "private"],
  ["192.0.0.0/24", "reserved"],
  ["192.168.0.0/16", "private"],
  ["198.18.0.0/15", "benchmark"],
  ["224.0.0.0/4", "multicast"],
  ["240.0.0.0/4", "reserved"],
  ["::/128", "unspecified"],
  ["::1/128", "loopback"],
  ["::ffff:0:0/96", "reserved"],
  ["100::/64", "reserved"],
  ["2001:2::/48", "benchmark"],
  ["fc00::/7", "private"],
  ["fe80::/10", "link-local"],
  ["fec0::/10", "private"],
  ["ff00::/8", "multicast"],
];

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
