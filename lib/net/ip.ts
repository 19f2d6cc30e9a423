import { type IpBits, ipBits } from "./ip-bits.ts";

/** An address in canonical text: dotted quad, or RFC 5952 lower-case IPv6 without brackets. */
export type Ip = string;
/** `Ip` or `Ip/prefix`, host bits zero. */
export type Cidr = string;

/** The address in canonical text, or null when the text is not exactly one strict address (see `ipBits`). */
export function parseIp(text: string): Ip | null {
  const bits = ipBits(text);
  return bits === null ? null : ipText(bits);
}

/** 4 or 6. An IPv4-mapped IPv6 address is IPv6, as it is for tor. */
export function ipFamily(ip: Ip): 4 | 6 {
  return ip.includes(":") ? 6 : 4;
}

/** Canonical text of an address. */
export function ipText({ family, words }: IpBits): Ip {
  if (family === 4) return quadText(words[0] ?? 0);
  // RFC 5952 section 5: the mapped prefix is well known, so its last 32 bits are written as a dotted quad.
  if (words[0] === 0 && words[1] === 0 && words[2] === 0xffff) {
    return `::ffff:${quadText(words[3] ?? 0)}`;
  }
  return groupsText(words.flatMap((word) => [word >>> 16, word & 0xffff]));
}

/** A 32-bit word as a dotted quad. */
export function quadText(word: number): string {
  return `${word >>> 24}.${(word >>> 16) & 255}.${(word >>> 8) & 255}.${word & 255}`;
}

/** Eight groups of 16 bits as RFC 5952 section 4 wants them: the longest run of zeros, at least two, becomes "::". */
export function groupsText(groups: readonly number[]): string {
  const hex = groups.map((group) => group.toString(16));
  const gap = longestZeroRun(groups);
  if (gap.length < 2) return hex.join(":");
  return `${hex.slice(0, gap.start).join(":")}::${hex.slice(gap.start + gap.length).join(":")}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  }
  return best;
}
