/** An address as unsigned 32-bit words, most significant first: one word for IPv4, four for IPv6. */
export type IpBits = { family: 4 | 6; words: readonly number[] };

/** The longest address text: eight groups of four digits, or six and a dotted quad. */
const MAX_TEXT = 45;
const ZERO = 0x30;

/**
 * Reads an address as inet_pton does: four decimal octets without leading zeros, or RFC 4291 IPv6 text with an optional
 * trailing dotted quad. No brackets, zone, prefix, octal, hexadecimal or short IPv4 forms. Null for anything else.
 */
export function ipBits(text: string): IpBits | null {
  if (text.length > MAX_TEXT) return null;
  if (text.includes(":")) {
    const words = ipv6Words(text);
    return words === null ? null : { family: 6, words };
  }
  const word = ipv4Word(text);
  return word === null ? null : { family: 4, words: [word] };
}

/** The value of a strict dotted quad, or null. */
export function ipv4Word(text: string): number | null {
  const octets = text.split(".", 5);
  if (octets.length !== 4) return null;
  let value = 0;
  for (const octet of octets) {
    const number = octetValue(octet);
    if (number < 0) return null;
    value = value * 256 + number;
  }
  return value;
}

/** 0 to 255 without leading zeros, or -1. */
function octetValue(text: string): number {
  if (text.length < 1 || text.length > 3) return -1;
  if (text.length > 1 && text.charCodeAt(0) === ZERO) return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value > 255 ? -1 : value;
}

function ipv6Words(text: string): number[] | null {
  const gap = text.indexOf("::");
  if (gap < 0) {
    const groups = readGroups(text, true);
    return groups?.length === 8 ? toWords(groups) : null;
  }
  const head = readGroups(text.slice(0, gap), false);
  const tail = readGroups(text.slice(gap + 2), true);
  if (head === null || tail === null) return null;
  // RFC 4291 2.2: "::" stands for one or more groups of zeros.
  const missing = 8 - head.length - tail.length;
  if (missing < 1) return null;
  return toWords([...head, ...new Array<number>(missing).fill(0), ...tail]);
}

function readGroups(text: string, mayEndInQuad: boolean): number[] | null {
  if (text === "") return [];
  const parts = text.split(":");
  const last = mayEndInQuad ? parts.length - 1 : -1;
  const groups: number[] = [];
  for (const [index, part] of parts.entries()) {
    const read = index === last && part.includes(".") ? quadGroups(part) : hexGroup(part);
    if (read === null) return null;
    groups.push(...read);
  }
  return groups;
}

function quadGroups(text: string): number[] | null {
  const quad = ipv4Word(text);
  return quad === null ? null : [quad >>> 16, quad & 0xffff];
}

function hexGroup(text: string): number[] | null {
  return /^[0-9a-f]{1,4}$/i.test(text) ? [Number.parseInt(text, 16)] : null;
}

function toWords(groups: readonly number[]): number[] {
  const word = (at: number) => (groups[at] ?? 0) * 0x10000 + (groups[at + 1] ?? 0);
  return [word(0), word(2), word(4), word(6)];
}
