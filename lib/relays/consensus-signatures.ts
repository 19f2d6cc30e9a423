import { createHash } from "node:crypto";
import type { Instant } from "../time/instant.ts";
import type { Authorities } from "./authorities.ts";
import { pemAfter } from "./pem-after.ts";
import { AUTHORITY_KEY_BITS, type AuthorityCertificate } from "./read-certificates.ts";
import { recoverRsa } from "./recover-rsa.ts";

/** What a consensus is signed over, and by whom, as it says itself; nothing is checked yet. */
export type ConsensusSignatures = {
  sha1: Buffer;
  sha256: Buffer;
  signatures: ConsensusSignature[];
};
export type ConsensusSignature = {
  algorithm: "sha1" | "sha256";
  identity: string;
  signingKeyDigest: string;
  signature: Buffer;
};

const MAX_SIGNATURES = 50;

/**
 * dir-spec 3.4.1, "directory-signature": the hash runs from "network-status-version" through the first
 * "directory-signature " with its space. `text` has one character a byte. Null when there is no signature.
 */
export function consensusSignatures(text: string): ConsensusSignatures | null {
  const mark = "\ndirectory-signature ";
  const start = /^network-status-version /m.exec(text)?.index ?? -1;
  const end = start < 0 ? -1 : text.indexOf(mark, start);
  if (end < 0) return null;
  const signed = Buffer.from(text.slice(start, end + mark.length), "latin1");
  const lines = text
    .slice(end, end + 200_000)
    .split("\ndirectory-signature ")
    .slice(1);
  return {
    sha1: createHash("sha1").update(signed).digest(),
    sha256: createHash("sha256").update(signed).digest(),
    signatures: lines.slice(0, MAX_SIGNATURES).flatMap((block) => readSignature(block) ?? []),
  };
}

/** `[algorithm] identity signing-key-digest`, then the signature; without an algorithm it is SHA-1. */
function readSignature(block: string): ConsensusSignature | null {
  const line = block.slice(0, block.indexOf("\n"));
  const match = /^(?:(sha1|sha256) )?([0-9A-F]{40}) ([0-9A-F]{40})$/i.exec(line);
  const signature = pemAfter(`\nx${block.slice(line.length)}`, "x", "SIGNATURE");
  if (match === null || signature === null) return null;
  const [, algorithm, identity = "", key = ""] = match;
  return {
    algorithm: algorithm === "sha256" ? "sha256" : "sha1",
    identity: identity.toUpperCase(),
    signingKeyDigest: key.toUpperCase(),
    signature,
  };
}

/**
 * `valid`: signed by more than half of the authorities. `invalid`: a signature of an authority does not fit the text.
 * `unknown`: too few could be checked, because their certificates are missing or they are not known authorities.
 */
export type ConsensusStanding = {
  state: "valid" | "invalid" | "unknown";
  signedBy: string[];
  needed: number;
};

/** Checks a consensus of `at` with the certificates at hand against the authorities pinned in the program. */
export function checkConsensus(
  { sha1, sha256, signatures }: ConsensusSignatures,
  at: Instant | null,
  certificates: readonly AuthorityCertificate[],
  { names, needed }: Authorities,
): ConsensusStanding {
  const signedBy = new Set<string>();
  let wrong = 0;
  for (const { algorithm, identity, signingKeyDigest, signature } of signatures) {
    const name = names.get(identity);
    const certificate = certificates.find(
      (each) =>
        each.identity === identity &&
        each.signingKeyDigest === signingKeyDigest &&
        (at === null || at < each.expires),
    );
    if (name === undefined || certificate === undefined) continue;
    const recovered = recoverRsa(certificate.signingKey, signature, AUTHORITY_KEY_BITS);
    const fits = recovered?.equals(algorithm === "sha1" ? sha1 : sha256) === true;
    if (fits) signedBy.add(name);
    else wrong++;
  }
  return { state: stateOf(signedBy.size >= needed, wrong), signedBy: [...signedBy], needed };
}

/** One broken signature among enough good ones changes nothing; tor takes such a consensus too. */
function stateOf(isEnough: boolean, wrong: number): ConsensusStanding["state"] {
  if (isEnough) return "valid";
  return wrong > 0 ? "invalid" : "unknown";
}
