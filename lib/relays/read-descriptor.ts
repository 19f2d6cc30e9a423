import { parseEndpoint } from "../net/endpoint.ts";
import { type Ip, parseIp } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import { readFamilyCert } from "./ed25519-cert.ts";
import { familyFingerprint, parseFingerprint } from "./fingerprint.ts";
import { pemAfter } from "./pem-after.ts";
import { problem, type ReadProblem } from "./read-problem.ts";
import { unixLines } from "./unix-lines.ts";
import { utcTime } from "./utc-time.ts";
import { type SignatureState, verifyDescriptor } from "./verify-descriptor.ts";

/** One server descriptor (dir-spec 2.1.1): what the relay said about itself, and whether it is its own signature. */
export type DescriptorFacts = {
  /** The descriptor through the end of its signature, one character a byte. */
  text: string;
  nickname: string;
  /** 40 upper-case digits; of the signing key when there is one, else as the fingerprint line says. */
  fingerprint: string | null;
  /** SHA-1 a consensus names it by, in upper-case hex; null when it is not signed. */
  digest: string | null;
  /** The IPv4 address of the router line, then those of or-address lines. */
  addresses: Ip[];
  published: Instant | null;
  platform: string | null;
  /** Seconds since the relay's tor started, at `published`. */
  uptime: number | null;
  contact: string | null;
  /** The accept, reject and ipv6-policy lines in order, ready for `parseDescriptorPolicy`. */
  policyLines: string[];
  /** Fingerprints its family line names. */
  family: string[];
  /** Family keys that certified it, in base64 (`family-cert`). */
  familyKeys: string[];
  rsa: SignatureState;
  ed25519: SignatureState;
  problems: ReadProblem[];
};

/** A relay keeps 5 days of its own descriptors; an archive holds some thousand. Descriptors are limited to 20 kB by tor. */
const MAX_DESCRIPTORS = 50_000;
const MAX_LENGTH = 200_000;

/**
 * Reads every server descriptor of a file: a single one, `cached-descriptors` with its annotations, a CollecTor file.
 * The signatures are checked over the very bytes. Never throws; what is no descriptor is a problem.
 */
export function readDescriptors(bytes: Uint8Array): {
  descriptors: DescriptorFacts[];
  problems: ReadProblem[];
} {
  // One character a byte, so that offsets and signatures stay true whatever the contact line holds.
  const text = unixLines(Buffer.from(bytes).toString("latin1"));
  const descriptors: DescriptorFacts[] = [];
  const problems: ReadProblem[] = [];
  for (const { start, end } of blocks(text)) {
    if (descriptors.length >= MAX_DESCRIPTORS) {
      problems.push(
        problem("too-many", `Only the first ${MAX_DESCRIPTORS} descriptors were read.`),
      );
      break;
    }
    if (end - start > MAX_LENGTH) {
      problems.push(problem("too-long", "A descriptor longer than 200 kB was left out."));
    } else descriptors.push(readDescriptor(text.slice(start, end)));
  }
  if (descriptors.length === 0 && problems.length === 0) {
    problems.push(
      problem("no-descriptor", 'No server descriptor was found; one begins with a "router" line.'),
    );
  }
  return { descriptors, problems };
}

/** From each `router` line to the end of its signature: what stands behind that is signed by nobody. */
function* blocks(text: string): Generator<{ start: number; end: number }> {
  const begin = /^router /gm;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const next = text.indexOf("\nrouter ", match.index);
    const limit = next < 0 ? text.length : next + 1;
    yield { start: match.index, end: match.index + signedLength(text.slice(match.index, limit)) };
    begin.lastIndex = limit;
  }
}

function signedLength(block: string): number {
  const signature = block.indexOf("\nrouter-signature\n");
  const end = signature < 0 ? -1 : block.indexOf(END_OF_SIGNATURE, signature);
  return end < 0 ? block.length : end + END_OF_SIGNATURE.length;
}

const END_OF_SIGNATURE = "\n-----END SIGNATURE-----";

function readDescriptor(text: string): DescriptorFacts {
  const lines = bodyLines(text);
  const [, nickname = "", address = ""] = (lines[0] ?? "").split(" ");
  const { rsa, ed25519, fingerprint, digest } = verifyDescriptor(text, publishedIn(lines));
  const claimed = parseFingerprint(lineValue(lines, "fingerprint") ?? "");
  const facts: DescriptorFacts = {
    text,
    nickname: printable(nickname).slice(0, 40),
    fingerprint: fingerprint ?? claimed,
    digest,
    addresses: addressesIn(address, lines),
    published: publishedIn(lines),
    platform: textOf(lines, "platform"),
    uptime: uptimeIn(lines),
    contact: textOf(lines, "contact"),
    policyLines: lines.filter((line) => /^(accept|reject|ipv6-policy) /.test(line)),
    family: (lineValue(lines, "family") ?? "")
      .split(" ")
      .flatMap((item) => familyFingerprint(item) ?? []),
    familyKeys: familyKeysIn(text),
    rsa: fingerprint !== null && claimed !== null && claimed !== fingerprint ? "invalid" : rsa,
    ed25519,
    problems: [],
  };
  facts.problems.push(...flawsOf(facts));
  return facts;
}

/** A `family-cert` holds the key of the family, which signed the relay's own (proposal 321); a relay may have several. */
function familyKeysIn(text: string): string[] {
  const marks = [...text.matchAll(/^family-cert\n/gm)].slice(0, 20);
  const keys = marks.flatMap(({ index }) => {
    const cert = readFamilyCert(
      pemAfter(text.slice(Math.max(0, index - 1)), "family-cert", "FAMILY CERT"),
    );
    return cert === null ? [] : cert.masterKey.toString("base64");
  });
  return [...new Set(keys)];
}

/** The lines that are not inside a PEM object, without the obsolete `opt` in front. */
function bodyLines(text: string): string[] {
  let inside = false;
  return text.split("\n").flatMap((line) => {
    if (line.startsWith("-----BEGIN ")) inside = true;
    const kept = inside ? [] : [line.replace(/^opt /, "")];
    if (line.startsWith("-----END ")) inside = false;
    return kept;
  });
}

function lineValue(lines: string[], keyword: string): string | null {
  const line = lines.find((each) => each === keyword || each.startsWith(`${keyword} `));
  return line?.slice(keyword.length + 1) ?? null;
}

/** Free text of a descriptor: UTF-8 when it is, without control characters, for showing only. */
function textOf(lines: string[], keyword: string): string | null {
  const value = lineValue(lines, keyword);
  if (value === null) return null;
  const utf8 = Buffer.from(value, "latin1").toString("utf8");
  return printable(utf8.includes("\uFFFD") ? value : utf8);
}

function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").slice(0, 2000);
}

function addressesIn(address: string, lines: string[]): Ip[] {
  const more = lines
    .filter((line) => line.startsWith("or-address "))
    .map((line) => parseEndpoint(line.slice("or-address ".length).trim())?.ip ?? null);
  const all = [parseIp(address), ...more].filter((ip) => ip !== null);
  return [...new Set(all)];
}

function publishedIn(lines: string[]): Instant | null {
  return utcTime(lineValue(lines, "published") ?? "");
}

function uptimeIn(lines: string[]): number | null {
  const value = lineValue(lines, "uptime") ?? "";
  return /^[0-9]{1,10}$/.test(value) ? Number(value) : null;
}

/** What keeps the descriptor from being used or believed. */
function flawsOf(facts: DescriptorFacts): ReadProblem[] {
  const name = facts.nickname === "" ? "A descriptor" : `The descriptor of ${facts.nickname}`;
  const flaws: [boolean, string, string][] = [
    [facts.addresses.length === 0, "address", "names no address"],
    [facts.published === null, "published", "does not say when it was published"],
    [facts.fingerprint === null, "fingerprint", "has neither signing key nor fingerprint"],
    [facts.policyLines.length === 0, "policy", "has no accept or reject line; is it cut off?"],
    [facts.rsa === "invalid", "rsa", "was changed or cut off: its RSA signature does not fit"],
    [facts.ed25519 === "invalid", "ed25519", "was changed: its ed25519 signature does not fit"],
    [facts.rsa === "absent", "unsigned", "is not signed"],
  ];
  return flaws.flatMap(([is, code, text]) => (is ? [problem(code, `${name} ${text}.`)] : []));
}
