import { z } from "zod";
import { parseEndpoint } from "../net/endpoint.ts";
import { type Ip, parseIp } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import { parseFingerprint } from "./fingerprint.ts";
import { problem, type ReadProblem } from "./read-problem.ts";
import { utcTime } from "./utc-time.ts";

/** One relay of an Onionoo details document (protocol 8.0), as the network saw it at `seenAt`. */
export type OnionooRelay = {
  nickname: string;
  fingerprint: string;
  seenAt: Instant;
  /** Addresses with the moment from which they are known to be unchanged. */
  addresses: { ip: Ip; since: Instant }[];
  /** In descriptor form: the IPv4 rules, and the IPv6 summary when there is one. Empty when the document leaves it out. */
  policyLines: string[];
  /** Fingerprints of relays that name it as their family and that it names. */
  family: string[];
};

const MAX_RELAYS = 50_000;

/**
 * Reads a details document somebody saved or fetched. A relay that cannot be used is a problem and the rest is kept;
 * fields come and go between versions, so only what is needed is looked at. Never throws.
 */
export function readOnionoo(text: string): { relays: OnionooRelay[]; problems: ReadProblem[] } {
  const read = DOCUMENT.safeParse(parsed(text));
  if (!read.success) {
    const why =
      "This is not an Onionoo details document; it is JSON with a list named relays. Fetch it again.";
    return { relays: [], problems: [problem("onionoo", why)] };
  }
  const published = utcTime(read.data.relays_published);
  const relays: OnionooRelay[] = [];
  const problems: ReadProblem[] = [];
  for (const [index, given] of read.data.relays.slice(0, MAX_RELAYS).entries()) {
    const one = RELAY.safeParse(given);
    const relay = one.success ? onionooRelay(one.data, published) : null;
    if (relay !== null) relays.push(relay);
    else
      problems.push(
        problem("onionoo-relay", `relays[${index}] has no usable fingerprint, address or time.`),
      );
  }
  if (read.data.relays.length > MAX_RELAYS) {
    problems.push(problem("too-many", `Only the first ${MAX_RELAYS} relays were read.`));
  }
  return { relays, problems: problems.slice(0, 20) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const DOCUMENT = z.object({ relays_published: z.string(), relays: z.array(z.unknown()) });
const TEXTS = z.array(z.string().max(200)).max(10_000);
const SUMMARY = z.object({ accept: TEXTS.optional(), reject: TEXTS.optional() });
const RELAY = z.object({
  nickname: z.string().max(40).default("Unnamed"),
  fingerprint: z.string(),
  or_addresses: TEXTS,
  exit_addresses: TEXTS.optional(),
  last_seen: z.string().optional(),
  last_changed_address_or_port: z.string().optional(),
  exit_policy: TEXTS.optional(),
  exit_policy_v6_summary: SUMMARY.optional(),
  effective_family: TEXTS.optional(),
});

function onionooRelay(
  given: z.infer<typeof RELAY>,
  published: Instant | null,
): OnionooRelay | null {
  const fingerprint = parseFingerprint(given.fingerprint);
  // The document is about the last time the relay was in a consensus, not about when the document was made.
  const seenAt = utcTime(given.last_seen) ?? published;
  if (fingerprint === null || seenAt === null) return null;
  const unchanged = Math.min(utcTime(given.last_changed_address_or_port) ?? seenAt, seenAt);
  const announced = given.or_addresses.flatMap((text) => parseEndpoint(text)?.ip ?? []);
  const exits = (given.exit_addresses ?? []).flatMap((text) => parseIp(text) ?? []);
  // An exit address was seen at some moment of the 24 hours before; claiming the whole day would be claiming too much.
  const addresses = new Map<Ip, Instant>();
  for (const ip of exits) addresses.set(ip, seenAt);
  for (const ip of announced) addresses.set(ip, unchanged);
  if (addresses.size === 0) return null;
  return {
    nickname: given.nickname,
    fingerprint,
    seenAt,
    addresses: [...addresses].map(([ip, since]) => ({ ip, since })),
    policyLines: policyLines(given),
    family: (given.effective_family ?? []).flatMap((text) => parseFingerprint(text) ?? []),
  };
}

/** A missing IPv6 summary means that nothing is accepted, as in a descriptor. */
function policyLines({
  exit_policy,
  exit_policy_v6_summary: six,
}: z.infer<typeof RELAY>): string[] {
  if (exit_policy === undefined || exit_policy.length === 0) return [];
  const ports = six?.accept ?? six?.reject;
  if (ports === undefined || ports.length === 0) return exit_policy;
  return [...exit_policy, `ipv6-policy ${six?.accept ? "accept" : "reject"} ${ports.join(",")}`];
}
