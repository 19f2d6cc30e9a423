import { parseIp } from "../net/ip.ts";
import { isPublicIp } from "../net/special-range.ts";
import { type MethodResult, parseAuthenticationResults } from "./authentication-results.ts";
import { isDomain } from "./author.ts";
import { type RawField, valuesOf } from "./raw-header.ts";

/** Whose word about a mail's sender counts: the operator's own mail servers. */
export type ServerTrust = {
  /** Names the servers give themselves in Authentication-Results (authserv-id), lower case. */
  names: readonly string[];
  /** Names of the servers in their Received lines, lower case; `*.isp.example` for all under a domain. */
  hosts: readonly string[];
  /** The server writes its result beneath its own Received line and takes away what others write in its name. */
  beneath: boolean;
};

/** The connection over which a mail reached the operator's own server, as that server wrote it down. */
export type Arrived = { ip: string; helo: string; mailFrom: string | null };

/** `results` null: no word of a trusted server stands on the mail. */
export type TrustedWord = {
  results: MethodResult[] | null;
  server: string;
  arrived: Arrived | null;
};

/**
 * What the operator's own servers found out about a mail. Each server puts its lines on top (RFC 5321 section 4.4), so
 * nobody else can have written what stands above the Received line of the first own server that took the mail from outside.
 * There, and nowhere else, an Authentication-Results field with a trusted name counts (RFC 8601 sections 4.1, 5 and 7.1); with
 * `beneath` also the first one directly under that line. A Received line that names no client, or the machine itself, is
 * an inner step and may belong to anybody; any other one that is not of an own server ends the search with nothing.
 */
export function trustedWord(fields: readonly RawField[], trust: ServerTrust): TrustedWord {
  const border = findBorder(fields, trust);
  if (border === null) return { results: null, server: "", arrived: null };
  const above = fields.slice(0, border.at);
  const below = trust.beneath ? firstBeneath(fields.slice(border.at + 1)) : [];
  const words = [...above, ...below]
    .filter(({ name, odd }) => name === "authentication-results" && !odd)
    .map(({ value }) => parseAuthenticationResults(value));
  const own = words.filter((word) => word !== null && trust.names.includes(word.authservId));
  const results = own.flatMap((word) => word?.results ?? []);
  return {
    results: own.length === 0 ? null : results,
    server: own[0]?.authservId ?? "",
    arrived:
      border.hop.ip === null
        ? null
        : { ip: border.hop.ip, helo: border.hop.from, mailFrom: envelopeSender(above) },
  };
}

type Hop = { by: string; from: string; ip: string | null; isInner: boolean };
const MOST_HOPS = 12;

function findBorder(
  fields: readonly RawField[],
  trust: ServerTrust,
): { at: number; hop: Hop } | null {
  const steps = fields.flatMap((field, at) =>
    field.name === "received" ? [{ at, odd: field.odd, hop: hopOf(field.value) }] : [],
  );
  const isOwn = (host: string) => trust.hosts.some((pattern) => isHost(host, pattern));
  const isInside = ({ by, from, isInner }: Hop) => isInner && (!isOwn(by) || isOwn(from));
  const border = steps.slice(0, MOST_HOPS).find(({ hop, odd }) => odd || !isInside(hop));
  return border && !border.odd && isOwn(border.hop.by) ? border : null;
}

/**
 * `Received: from NAME (... [IP] ...) by NAME ...` (RFC 5321 section 4.4). The client chooses the name after "from": anything
 * but one word there, a second "by", or a bracket that does not close makes a line nobody can be sure of.
 */
function hopOf(value: string): Hop {
  const { plain, comments } = withoutComments(value.slice(0, 2_000));
  const [steps = ""] = plain.split(";", 1);
  const isClear = steps.split(/\bby\s/i).length === 2;
  const [, from = "", by = ""] = (isClear && STEP.exec(steps)) || [];
  const clients = addressesIn(`${from} ${comments}`);
  const last = clients.findLast(({ isClaim }) => !isClaim)?.ip ?? null;
  const hasNone = clients.length === 0 && !/\d\.\d|:[\da-f]*:/i.test(`${from} ${comments}`);
  return {
    by: bare(by),
    from: bare(from),
    ip: last !== null && isPublicIp(last) ? last : null,
    isInner:
      by !== "" && (hasNone || (clients.length > 0 && clients.every(({ ip }) => isLoopback(ip)))),
  };
}

const STEP = /^(?:from\s+(\S+)\s+)?by\s+(\S+)(?:\s|$)/i;

/** `comments`: what stood in brackets before the "by". */
function withoutComments(value: string): { plain: string; comments: string } {
  let [plain, comments, depth] = ["", "", 0];
  for (const char of value) {
    if (char === "(") depth += 1;
    const isBeforeBy = !/\sby\s/i.test(plain);
    if (depth === 0) plain += char;
    else if (isBeforeBy) comments += char;
    if (char === ")") {
      depth = Math.max(0, depth - 1);
      plain += " ";
    }
  }
  return depth === 0 ? { plain: plain.replace(/\s+/g, " "), comments } : { plain: "", comments };
}

function bare(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}

/** Addresses in brackets: the last is the one the server saw, but for what Exim repeats of the client's own greeting. */
function addressesIn(text: string): { ip: string; isClaim: boolean }[] {
  const found = text.matchAll(/(helo=)?[[(](?:ipv6:)?([\da-f.:]{3,45})[\])]/gi);
  return [...found].map((match) => ({
    ip: parseIp(match[2] ?? "") ?? "",
    isClaim: match[1] !== undefined,
  }));
}

function isLoopback(ip: string): boolean {
  return ip.startsWith("127.") || ip === "::1";
}

function isHost(host: string, pattern: string): boolean {
  if (host === "") return false;
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** Fields a server writes with its result: the first that is none of them is the sender's. */
function firstBeneath(fields: readonly RawField[]): RawField[] {
  const at = fields.findIndex(({ name }) => name !== "received-spf");
  const next = fields[at];
  return next?.name === "authentication-results" ? [next] : [];
}

/** What the server that delivered the mail put on top of it (RFC 5321 section 4.4); "" for a bounce. */
function envelopeSender(above: readonly RawField[]): string | null {
  const [path] = valuesOf(above, "return-path");
  if (path === undefined) return null;
  if (/^<\s*>$/.test(path)) return "";
  const address = /^<?([^\s<>@,:;()[\]\\"]{1,64}@[^\s<>@,:;()[\]\\"]{1,253})>?$/.exec(path)?.[1];
  return address !== undefined && isDomain(address.split("@")[1] ?? "") ? address : null;
}
