import { networkContains, parseNetwork } from "../net/cidr.ts";
import type { IpBits } from "../net/ip-bits.ts";

/**
 * What tor holds for internal or multicast (address.c, tor_addr_is_internal and tor_addr_is_multicast). It is neither
 * the `private` of a policy, which lacks 100.64.0.0/10, nor the IANA registry, which has more.
 */
const NOT_PUBLIC = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/4",
  "::/127",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
].flatMap((cidr) => parseNetwork(cidr) ?? []);

/** Whether tor would reject the address as one of the machine's own (tor_addr_is_public_for_reject). */
export function isPublicForTor(bits: IpBits): boolean {
  const judged = isMapped(bits) ? embedded(bits) : bits;
  return !NOT_PUBLIC.some((net) => networkContains(net, judged));
}

/** `::ffff:0:0/96`: an IPv4 address written as IPv6. */
export function isMapped({ family, words }: IpBits): boolean {
  return family === 6 && words[0] === 0 && words[1] === 0 && words[2] === 0xffff;
}

function embedded({ words }: IpBits): IpBits {
  return { family: 4, words: [words[3] ?? 0] };
}
