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
  const parts = withoutEdges(text.split(":", 10));
  if (parts === null) return null;
  const quad = quadAtEnd(parts);
  const groups = parts.length + (quad < 0 ? 0 : 1);
  const gap = parts.indexOf("");
  // RFC 4291 2.2: "::" stands for one or more groups of zeros.
  if (gap < 0 ? groups !== 8 : groups > 8) return null;
  const words = [0, 0, 0, Math.max(0, quad)];
  const hexParts = quad < 0 ? parts : parts.slice(0, -1);
  return addGroups(words, hexParts, { gap, shift: 8 - groups }) ? words : null;
}

/** A "::" at an edge splits into one empty part too many; a single ":" there is no address. */
function withoutEdges(parts: string[]): string[] | null {
  if (parts[0] === "" && parts.shift() !== parts[0]) return null;
  const last = parts.length - 1;
  if (parts[last] === "" && parts.pop() !== parts[last - 1]) return null;
  return parts;
}

/** Writes the groups into the words, those after the gap `shift` places further on. False for a part that is none. */
function addGroups(
  words: number[],
  parts: readonly string[],
  { gap, shift }: { gap: number; shift: number },
): boolean {
  for (let part = 0; part < parts.length; part++) {
    if (part === gap) continue;
    const value = hexGroup(parts[part] ?? "");
    if (value < 0) return false;
    const group = gap >= 0 && part > gap ? part + shift : part;
    const word = group >> 1;
    words[word] = (words[word] ?? 0) + (group % 2 === 0 ? value * 0x10000 : value);
  }
  return true;
}

/** The value of a dotted quad as the last part, or -1. A malformed one is no hexadecimal group either. */
function quadAtEnd(parts: readonly string[]): number {
  const last = parts[parts.length - 1] ?? "";
  return last.includes(".") ? (ipv4Word(last) ?? -1) : -1;
}

/** The value of one to four hexadecimal digits, or -1. */
function hexGroup(text: string): number {
  if (text.length < 1 || text.length > 4) return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(code: number): number {
  if (code >= ZERO && code <= 0x39) return code - ZERO;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
