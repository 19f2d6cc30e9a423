import { parseEndpoint } from "../net/endpoint.ts";
import { type Ip, parseIp } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import { decodeBase64 } from "./decode-base64.ts";
import { problem, type ReadProblem } from "./read-problem.ts";
import { utcTime } from "./utc-time.ts";

/** A relay as the directory authorities listed it (dir-spec 3.4.1, router status entry). */
export type ConsensusRelay = {
  nickname: string;
  fingerprint: string;
  /** SHA-1 of the server descriptor in upper-case hex; null in the microdesc flavour. */
  descriptorDigest: string | null;
  /** SHA-256 of the microdescriptor in base64 without padding; null in the ns flavour. */
  microdescDigest: string | null;
  /** The IPv4 address, then those of `a` lines. */
  addresses: Ip[];
  flags: string[];
  /** The `p` line's value, `accept 80,443`: ports for most addresses, never a proof for one. Null in the microdesc flavour. */
  policySummary: string | null;
};

export type ConsensusFacts = {
  flavor: string;
  validAfter: Instant | null;
  freshUntil: Instant | null;
  validUntil: Instant | null;
  relays: ConsensusRelay[];
  problems: ReadProblem[];
};

/** The biggest consensus so far has 10,000 relays and 3 MB. */
const MAX_TEXT = 50_000_000;

/**
 * Reads a network-status consensus of either flavour. `wanted` keeps the relays whose fingerprint it accepts, so that a
 * desk with two relays need not hold ten thousand. Its signatures are not checked here. Never throws; entries that cannot
 * be read are counted in one problem.
 */
export function readConsensus(
  text: string,
  wanted: (fingerprint: string) => boolean = () => true,
): ConsensusFacts {
  const facts: ConsensusFacts = {
    flavor: "ns",
    validAfter: null,
    freshUntil: null,
    validUntil: null,
    relays: [],
    problems: [],
  };
  const reading: Reading = { facts, wanted, current: null, unread: 0 };
  for (const line of linesOf(text.slice(0, MAX_TEXT))) {
    if (line === "directory-footer") break;
    readLine(reading, line);
  }
  facts.problems.push(...flawsOf(facts, reading.unread));
  return facts;
}

type Reading = {
  facts: ConsensusFacts;
  wanted: (fingerprint: string) => boolean;
  /** The entry the lines belong to; null in the header and in an entry that is not kept. */
  current: ConsensusRelay | null;
  unread: number;
};

function readLine(reading: Reading, line: string): void {
  const space = line.indexOf(" ");
  const keyword = space < 0 ? line : line.slice(0, space);
  const value = space < 0 ? "" : line.slice(space + 1);
  if (keyword === "r") beginEntry(reading, value);
  else if (reading.current !== null) addLine(reading.current, keyword, value);
  else readHeader(reading.facts, keyword, value);
}

function beginEntry(reading: Reading, value: string): void {
  const entry = readEntry(value, reading.facts.flavor === "microdesc");
  if (entry === null) reading.unread++;
  reading.current = entry !== null && reading.wanted(entry.fingerprint) ? entry : null;
  if (reading.current !== null) reading.facts.relays.push(reading.current);
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    yield text.charCodeAt(to - 1) === 13 ? text.slice(from, to - 1) : text.slice(from, to);
    from = to + 1;
  }
}

/** `nickname identity [digest] date time IP ORPort DirPort`; the microdesc flavour has no digest. */
function readEntry(value: string, micro: boolean): ConsensusRelay | null {
  const words = value.split(" ");
  const fingerprint = hexOf(words[1]);
  const ip = parseIp(words[micro ? 4 : 5] ?? "");
  if (fingerprint === null || ip === null) return null;
  return {
    nickname: (words[0] ?? "").slice(0, 19),
    fingerprint,
    descriptorDigest: micro ? null : hexOf(words[2]),
    microdescDigest: null,
    addresses: [ip],
    flags: [],
    policySummary: null,
  };
}

/** 20 bytes in base64 without padding, as upper-case hex. */
function hexOf(base64: string | undefined): string | null {
  const bytes = base64?.length === 27 ? decodeBase64(base64) : null;
  return bytes?.length === 20 ? bytes.toString("hex").toUpperCase() : null;
}

function addLine(relay: ConsensusRelay, keyword: string, value: string): void {
  if (keyword === "s") relay.flags = value.split(" ").slice(0, 50);
  else if (keyword === "p") relay.policySummary = value.slice(0, 2000);
  else if (keyword === "m") relay.microdescDigest = value.slice(0, 43);
  else if (keyword === "a" && relay.addresses.length < 10) {
    const ip = parseEndpoint(value)?.ip ?? null;
    if (ip !== null) relay.addresses.push(ip);
  }
}

const TIMES = new Map([
  ["valid-after", "validAfter"],
  ["fresh-until", "freshUntil"],
  ["valid-until", "validUntil"],
] as const);

function readHeader(facts: ConsensusFacts, keyword: string, value: string): void {
  if (keyword === "network-status-version") facts.flavor = value.split(" ")[1] ?? "ns";
  for (const [name, field] of TIMES) {
    if (keyword === name) facts[field] = utcTime(value);
  }
}

function flawsOf({ validAfter }: ConsensusFacts, unread: number): ReadProblem[] {
  const flaws: ReadProblem[] = [];
  if (validAfter === null) {
    flaws.push(problem("no-consensus", 'There is no "valid-after" line; is this a consensus?'));
  }
  if (unread > 0) {
    flaws.push(problem("entries", `${unread} relay entries could not be read and were left out.`));
  }
  return flaws;
}
