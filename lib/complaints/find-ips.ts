import { parseCidr } from "../net/cidr.ts";
import { type Cidr, parseIp } from "../net/ip.ts";

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
  for (const match of text.matchAll(ADDRESS)) {
    const ip = match[1] === undefined ? readIpv6(text, match) : readIpv4(text, match);
    if (ip) found.push(ip, ...siblings(text, ip));
    if (found.length >= MAX_FOUND) break;
  }
  return found;
}

const DOT =
  "(?:\\]?[ ]?[[({](?:\\.|dot)[\\])}][ ]?\\[?|\\]\\.\\[|\\]\\.|\\.\\[|\\[\\.|\\.\\]|\\\\?\\.|\\^|[ ]dot[ ])";
const ADDRESS = new RegExp(
  [
    `(?<![\\d.])(\\d{1,3})${DOT}(\\d{1,3})${DOT}(\\d{1,3})${DOT}(\\d{1,3})(?!\\d)`,
    "(?<![\\w.:])(?:[0-9a-f]{1,4}:|:)(?::?[0-9a-f]{1,4}){1,7}(?:::?(?:\\d{1,3}\\.){3}\\d{1,3}|::)?(?![0-9a-z])",
  ].join("|"),
  "gi",
);

function readIpv4(text: string, match: RegExpExecArray): FoundIp | null {
  const [whole, a, b, c, d] = match;
  const value = parseIp(`${a}.${b}.${c}.${d}`);
  const start = match.index;
  const end = start + whole.length;
  if (value === null || isNamePart(text, start, end)) return null;
  const token = tokenBefore(text, start);
  if (/[a-z)]\/$/i.test(token) && !token.includes(":/") && !/\.[a-z]{2,}\//i.test(token))
    return null;
  const inUrl = /(?::\/\/|^www\.)/.test(token);
  const tail = text.slice(end, end + 12);
  const prefix = /^\/(\d{1,2})(?![\d/.:\w])/.exec(tail);
  if (prefix && !inUrl) {
    const cidr = parseCidr(`${value}${prefix[0]}`);
    if (cidr !== null && Number(prefix[1]) >= 8)
      return {
        value: cidr,
        start,
        end: end + prefix[0].length,
        port: null,
        after: end + prefix[0].length,
        inUrl,
      };
  }
  const dotted = /^\.(\d{1,5})(?![\d.]*\.?\d|[\w-])/.exec(tail);
  if (dotted && !isPort(dotted[1])) return null;
  if (dotted && Number(dotted[1]) < 256 && !isPacketLine(text, start, end + dotted[0].length))
    return null;
  if (!dotted && /^\.\d/.test(tail)) return null;
  const colon = /^[:#](\d{1,5})(?![\d.]|:\d)/.exec(tail);
  const ported = dotted ?? (colon && isPort(colon[1]) ? colon : null);
  const port = ported ? Number(ported[1]) : null;
  return { value, start, end, port, after: end + (ported?.[0].length ?? 0), inUrl };
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

function tokenBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 120), start);
  return /[^\s"'<>|,;=]*$/.exec(before)?.[0] ?? "";
}

function isPacketLine(text: string, start: number, end: number): boolean {
  return (
    /^[ ]?>[ ]/.test(text.slice(end, end + 3)) ||
    /[ ]>[ ]$|\bIP[ ]$/.test(text.slice(Math.max(0, start - 3), start))
  );
}

function readIpv6(text: string, match: RegExpExecArray): FoundIp | null {
  const start = match.index;
  let raw = match[0];
  let value = parseIp(raw);
  let port: number | null = null;
  // An address without brackets and a port after it: what is too long by one group.
  const split = value === null ? /^(.*[^:]):(\d{2,5})$/.exec(raw) : null;
  if (split) {
    value = parseIp(split[1] ?? "");
    port = Number(split[2]);
    raw = split[1] ?? raw;
  }
  if (value === null || !value.includes(":") || raw.length < 5 || !looksLikeIpv6(raw)) return null;
  const end = start + raw.length;
  const tail = text.slice(end, end + 12);
  const prefix = /^\/(\d{1,3})(?!\d)/.exec(tail);
  const cidr = prefix && Number(prefix[1]) >= 16 ? parseCidr(`${value}${prefix[0]}`) : null;
  const bracket = /^\]:(\d{1,5})(?!\d)/.exec(tail);
  if (bracket) port = Number(bracket[1]);
  const width = cidr === null ? 0 : (prefix?.[0].length ?? 0);
  return {
    value: cidr ?? value,
    start,
    end: end + width,
    port,
    after: end + width + (bracket?.[0].length ?? 0),
    inUrl: /:\/\/\[?$/.test(text.slice(Math.max(0, start - 4), start)),
  };
}

/** Clock times (`05:44::`) and C++ names (`ab::cd`) are none. */
function looksLikeIpv6(raw: string): boolean {
  return (raw.match(/:/g) ?? []).length >= 3 || /^[23f][0-9a-f]{3}::/i.test(raw);
}

/** `194.195.91.52 (and 44, and 21 instead of 52)`: neighbours told by their last number. */
function siblings(text: string, ip: FoundIp): FoundIp[] {
  if (ip.value.includes(":") || ip.value.includes("/")) return [];
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
