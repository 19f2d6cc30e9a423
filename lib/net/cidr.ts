import { type Cidr, type Ip, ipText } from "./ip.ts";
import { type IpBits, ipBits } from "./ip-bits.ts";

/** A prefix as numbers: the network's words with the host bits zero, and how many bits are fixed. */
export type Network = IpBits & { prefix: number };

/**
 * The network in canonical text, or null. Host bits are cleared (`192.0.2.7/24` gives `192.0.2.0/24`); a full-length
 * prefix gives the bare address. Dotted masks and short forms such as `10/8` are refused.
 */
export function parseCidr(text: string): Cidr | null {
  const network = parseNetwork(text);
  return network === null ? null : networkText(network);
}

/** The same as `parseCidr`, as numbers. */
export function parseNetwork(text: string): Network | null {
  const slash = text.indexOf("/");
  const bits = ipBits(slash < 0 ? text : text.slice(0, slash));
  if (bits === null) return null;
  const full = bits.family === 4 ? 32 : 128;
  if (slash < 0) return { ...bits, prefix: full };
  const tail = text.slice(slash + 1);
  if (!/^(0|[1-9][0-9]{0,2})$/.test(tail) || Number(tail) > full) return null;
  return maskNetwork(bits, Number(tail));
}

/** Whether the address lies inside the network. False when the families differ or either text is not valid. */
export function cidrContains(cidr: Cidr, ip: Ip): boolean {
  const network = parseNetwork(cidr);
  const bits = ipBits(ip);
  return network !== null && bits !== null && networkContains(network, bits);
}

/** Whether the address lies inside the network; families never match each other. */
export function networkContains(network: Network, bits: IpBits): boolean {
  if (network.family !== bits.family) return false;
  return bits.words.every(
    (word, index) => (word & wordMask(network.prefix, index)) >>> 0 === network.words[index],
  );
}

/** The network of `prefix` bits that the address lies in. */
export function maskNetwork(bits: IpBits, prefix: number): Network {
  const words = bits.words.map((word, index) => (word & wordMask(prefix, index)) >>> 0);
  return { family: bits.family, words, prefix };
}

/** The mask of word `index` (0 is the most significant) under a prefix of that many bits. */
export function wordMask(prefix: number, index: number): number {
  const fixed = Math.min(32, Math.max(0, prefix - 32 * index));
  // A shift by 32 would be a shift by 0 in JavaScript.
  return fixed === 0 ? 0 : (0xffffffff << (32 - fixed)) >>> 0;
}

function networkText(network: Network): Cidr {
  const full = network.family === 4 ? 32 : 128;
  return network.prefix === full ? ipText(network) : `${ipText(network)}/${network.prefix}`;
}
