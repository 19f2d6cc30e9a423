import { parseCidr } from "../net/cidr.ts";
import { type Cidr, parseIp } from "../net/ip.ts";
import { firstOf } from "../text/first-of.ts";

/** An address as it stands in a text. Offsets are UTF-16 code units; `end` is after the address, before its port. */
export type FoundIp = {
  value: Cidr;
  start: number;
  end: number;
  /** `192.0.2.1:80`, tcpdump's `192.0.2.1.80`, BIND's `192.0.2.1#80`. */
  port: number | null;
  /** End including port. */
  after: number;
  inUrl: boolean;
};

const MAX_FOUND = 3_000;

/**
 * Every address of a text: IPv4 and IPv6, with prefix or port, defanged (`1[.]2[.]3[.]4`, `1(dot)2`, `91^203^192^19`,
 * `[1].[2].[3].[4]`). Not addresses: browser versions, host names with an address inside (`1.2.3.4.static.example`,
 * `host-1.2.3.4`), object identifiers, masked ones. Never throws.
 */
export function findIps(text: string): FoundIp[] {
  const found: FoundIp[] = [];
  const next = firstOf([nextIpv4, nextIpv6], text);
  for (let match = next(0); match; match = next(match.index + match[0].length)) {
    const ip = match[1] === undefined ? readIpv6(text, match) : readIpv4(text, match);
    if (ip) found.push(ip, ...siblings(text, ip));
    if (found.length >= MAX_FOUND) break;
  }
  return found;
}

const DOT =
  "(?:\\]?[ ]?[[({](?:\\.|dot)[\\])}][ ]?\\[?|\\]\\.\\[|\\]\\.|\\.\\[|\\[\\.|\\.\\]|\\\\?\\.|\\^|[ ]dot[ ])";
const IPV4 = new RegExp(
  `(?<![\\d.])(\\d{1,3})${DOT}(\\d{1,3})${DOT}(\\d{1,3})${DOT}(\\d{1,3})(?!\\d)`,
  "gi",
);
const IPV6 =
  /(?<![\w.:])[0-9a-f]{0,4}(?:::?[0-9a-f]{1,4}){1,8}(?:(?:\.\d{1,3}){3}|::)?(?![0-9a-z]|:[0-9a-f]{2}:)/iy;

function nextIpv4(text: string, from: number): RegExpExecArray | null {
  IPV4.lastIndex = from;
  return IPV4.exec(text);
}

/** Colons are rare and found at once; to try the pattern everywhere would take three times as long as all the rest. */
function nextIpv6(text: string, from: number): RegExpExecArray | null {
  for (let colon = text.indexOf(":", from); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    IPV6.lastIndex = groupBefore(text, colon);
    const match = IPV6.lastIndex < from ? null : IPV6.exec(text);
    if (match) return match;
  }
  return null;
}

/** Where the up to four hexadecimal digits before a colon begin. */
function groupBefore(text: string, colon: number): number {
  let start = colon;
  while (start > 0 && colon - start < 4 && HEX.test(text[start - 1] ?? "")) start -= 1;
  return start;
}

const HEX = /[\da-f]/i;

function readIpv4(text: string, match: RegExpExecArray): FoundIp | null {
  const [whole, a, b, c, d] = match;
  const value = parseIp(`${a}.${b}.${c}.${d}`);
  const start = match.index;
  const end = start + whole.length;
  // 0.0.0.0 is what a server listens on, or nothing at all (RFC 1122 section 3.2.1.3); never a host.
  if (value === null || value === "0.0.0.0" || isNamePart(text, start, end)) return null;
  const token = tokenBefore(text, start);
  if (isVersion(token)) return null;
  const inUrl = /(?::\/\/|^www\.)/.test(token);
  const tail = text.slice(end, end + 12);
  const network = inUrl ? null : networkAt(value, tail);
  if (network) {
    const after = end + network.width;
    return { value: network.cidr, start, end: after, port: null, after, inUrl };
  }
  const port = portAt(text, start, end);
  return port && { value, start, end, port: port.port, after: end + port.width, inUrl };
}

/** `Chrome/91.0.4472.124`; an address in a path of a web address is one. */
function isVersion(token: string): boolean {
  return /[a-z)]\/$/i.test(token) && !token.includes(":/") && !/\.[a-z]{2,}\//i.test(token);
}

function networkAt(value: string, tail: string): { cidr: Cidr; width: number } | null {
  const prefix = /^\/(\d{1,2})(?![\d/.:\w])/.exec(tail);
  if (!prefix || Number(prefix[1]) < 8) return null;
  const cidr = parseCidr(`${value}${prefix[0]}`);
  return cidr === null ? null : { cidr, width: prefix[0].length };
}

/** The port behind an address. Null when what follows says that it was no address: a fifth number that is no port. */
function portAt(
  text: string,
  start: number,
  end: number,
): { port: number | null; width: number } | null {
  const tail = text.slice(end, end + 12);
  const dotted = /^\.(\d{1,5})(?![\d.]*\.?\d|[\w-])/.exec(tail);
  if (dotted) {
    const width = dotted[0].length;
    const sure = Number(dotted[1]) > 255 || isPacketLine(text, start, end + width);
    return sure && isPort(dotted[1]) ? { port: Number(dotted[1]), width } : null;
  }
  if (/^\.\d/.test(tail)) return null;
  const colon = /^[:#](\d{1,5})(?![\d.]|:\d)/.exec(tail);
  return colon && isPort(colon[1])
    ? { port: Number(colon[1]), width: colon[0].length }
    : { port: null, width: 0 };
}

function isPort(text: string | undefined): boolean {
  const port = Number(text ?? 0);
  return port > 0 && port < 65_536;
}

/** Part of a host name, a file name or a longer word. */
function isNamePart(text: string, start: number, end: number): boolean {
  if (
    /[A-Za-z0-9_-]$/.test(text.slice(Math.max(0, start - 1), start)) &&
    !/(?:^|[\s"'(])[A-Za-z]{0,4}-$/.test(text.slice(Math.max(0, start - 8), start))
  )
    return true;
  return /^(?:-[A-Za-z0-9]{0,8}[A-Za-z]|-\d+-|\.[A-Za-z]{2,}[\w-]*[.\w]|_|[A-Za-z])/.test(
    text.slice(end, end + 24),
  );
}

/** The run of characters without a blank, quote or separator that ends at `start`. */
function tokenBefore(text: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < 120 && !TOKEN_END.has(text[from - 1] ?? "")) from -= 1;
  return text.slice(from, start);
}

const TOKEN_END = new Set(" \t\n\r\u00a0\"'<>|,;=");

function isPacketLine(text: string, start: number, end: number): boolean {
  return (
    /^[ ]?>[ ]/.test(text.slice(end, end + 3)) ||
    /[ ]>[ ]$|\bIP[ ]$/.test(text.slice(Math.max(0, start - 3), start))
  );
}

function readIpv6(text: string, match: RegExpExecArray): FoundIp | null {
  if (!CLOCKLESS.test(match[0])) return null;
  const mapped = MAPPED.exec(match[0]);
  if (mapped) return mappedIpv4(mapped[1] ?? "", match);
  const start = match.index;
  const { value, raw, port } = withoutPort(match[0]);
  if (value === null || !value.includes(":") || raw.length < 5 || !looksLikeIpv6(raw)) return null;
  const end = start + raw.length;
  const inUrl = /:\/\/\[?$/.test(text.slice(Math.max(0, start - 4), start));
  const tail = text.slice(end, end + 12);
  const prefix = /^\/(\d{1,3})(?!\d)/.exec(tail);
  const cidr = prefix && Number(prefix[1]) >= 16 ? parseCidr(`${value}${prefix[0]}`) : null;
  if (cidr !== null) {
    const after = end + (prefix?.[0].length ?? 0);
    return { value: cidr, start, end: after, port, after, inUrl };
  }
  const bracket = /^\]:(\d{1,5})(?!\d)/.exec(tail) ?? PACKET_PORT.exec(tail);
  const after = end + (bracket?.[0].length ?? 0);
  return { value, start, end, port: bracket ? Number(bracket[1]) : port, after, inUrl };
}

/** Three colons, or a pair of them: what else matches is the time of day. */
const CLOCKLESS = /::|:[^:]{1,4}:[^:]{1,4}:/;
/** tcpdump's `2001:db8::1.80`. */
const PACKET_PORT = /^\.(\d{1,5})(?=[\s:,]|$)/;
/** An IPv4 address as a dual-stack socket shows it (RFC 4291 section 2.5.5.2). */
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

function mappedIpv4(dotted: string, match: RegExpExecArray): FoundIp | null {
  const value = parseIp(dotted);
  const end = match.index + match[0].length;
  const start = end - dotted.length;
  return value === null ? null : { value, start, end, port: null, after: end, inUrl: false };
}

/** An address without brackets and a port after it is too long by one group. */
function withoutPort(raw: string): { value: string | null; raw: string; port: number | null } {
  const value = parseIp(raw);
  const split = value === null ? /^(.*[^:]):(\d{2,5})$/.exec(raw) : null;
  if (!split) return { value, raw, port: null };
  return { value: parseIp(split[1] ?? ""), raw: split[1] ?? raw, port: Number(split[2]) };
}

/** Clock times (`05:44::`) and C++ names (`ab::cd`) are none. */
function looksLikeIpv6(raw: string): boolean {
  return (raw.match(/:/g) ?? []).length >= 3 || /^[23f][0-9a-f]{3}::/i.test(raw);
}

/** `194.195.91.52 (and 44, and 21 instead of 52)`: neighbours told by their last number. */
function siblings(text: string, ip: FoundIp): FoundIp[] {
  if (ip.value.includes(":") || ip.value.includes("/")) return [];
  if (text[ip.after] !== "(" && text[ip.after + 1] !== "(") return [];
  const tail =
    /^[ ]?\((?:and|&|\+)[ ]\d{1,3}(?:,?[ ](?:and[ ])?\d{1,3}){0,10}\b/.exec(
      text.slice(ip.after, ip.after + 80),
    )?.[0] ?? "";
  const base = ip.value.slice(0, ip.value.lastIndexOf(".") + 1);
  return (tail.match(/\d{1,3}/g) ?? []).flatMap((last) => {
    const value = parseIp(base + last);
    return value === null ? [] : [{ ...ip, value }];
  });
}
