import { groupsText, quadText } from "../net/ip.ts";
import { type IpBits, ipBits } from "../net/ip-bits.ts";

/**
 * Reads an address as tor_inet_pton does. It differs from the strict reader in one thing: the dotted quad at the end of
 * an IPv6 address may have leading zeros (verified with tor 0.4.9.11: `[::ffff:01.2.3.4]` is accepted, `01.2.3.4` not).
 */
export function torAddress(text: string): IpBits | null {
  if (text.length > 64) return null;
  if (!(text.includes(":") && text.includes("."))) return ipBits(text);
  const quad = /^(.*:)([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})$/.exec(text);
  if (quad === null) return ipBits(text);
  const [, head = "", ...octets] = quad;
  return ipBits(head + octets.map(Number).join("."));
}

/** Writes an address as tor_addr_to_str does in a policy: IPv6 in brackets, mapped and compatible forms as dotted quads. */
export function torAddressText({ family, words }: IpBits): string {
  const last = words[words.length - 1] ?? 0;
  if (family === 4) return quadText(last);
  const embedded = words[0] === 0 && words[1] === 0;
  if (embedded && words[2] === 0xffff) return `[::ffff:${quadText(last)}]`;
  // IPv4-compatible only when both halves of the quad are non-zero; otherwise "::1" would become "::0.0.0.1".
  if (embedded && words[2] === 0 && last >>> 16 !== 0 && (last & 0xffff) !== 0) {
    return `[::${quadText(last)}]`;
  }
  return `[${groupsText(words.flatMap((word) => [word >>> 16, word & 0xffff]))}]`;
}
