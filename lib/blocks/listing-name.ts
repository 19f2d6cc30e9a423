import type { Ip } from "../net/ip.ts";
import { ipBits } from "../net/ip-bits.ts";

/**
 * The name a list is asked by (RFC 5782 sections 2.1 and 2.4): octets backwards for IPv4, 32 nibbles backwards for IPv6,
 * below the list's zone. Null for what is no address.
 */
export function listingName(ip: Ip, zone: string): string | null {
  const bits = ipBits(ip);
  if (bits === null) return null;
  const [word = 0] = bits.words;
  const parts =
    bits.family === 4
      ? [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255].map(String)
      : bits.words.flatMap((each) => [...each.toString(16).padStart(8, "0")]);
  return `${parts.toReversed().join(".")}.${zone}`;
}
