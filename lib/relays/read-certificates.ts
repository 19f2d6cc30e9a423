import type { Instant } from "../time/instant.ts";
import { parseFingerprint } from "./fingerprint.ts";
import { pemAfter } from "./pem-after.ts";
import { problem, type ReadProblem } from "./read-problem.ts";
import { recoverRsa, sha1, upperHex } from "./recover-rsa.ts";
import { unixLines } from "./unix-lines.ts";
import { utcTime } from "./utc-time.ts";

/** A key certificate (dir-spec 3.1): an authority's identity key vouches for the key it signs consensuses with. */
export type AuthorityCertificate = {
  /** Fingerprint of the v3 identity key. */
  identity: string;
  published: Instant;
  expires: Instant;
  /** PKCS#1 DER, and the fingerprint signatures name it by. */
  signingKey: Buffer;
  signingKeyDigest: string;
};

/** The authorities' identity keys have 3072 or 4096 bits, their signing keys 2048 and, in small networks, fewer. */
export const AUTHORITY_KEY_BITS = [1024, 2048, 3072, 4096];
const MAX_CERTIFICATES = 5_000;
const BEGIN = "dir-key-certificate-version ";

/**
 * Reads `cached-certs`, an authority's certificate, or a file of CollecTor's. Each is checked against the identity key
 * it carries; one that does not fit is a problem and left out. Whose key that is, is for the reader of it to know.
 */
export function readCertificates(given: string): {
  certificates: AuthorityCertificate[];
  problems: ReadProblem[];
} {
  const text = unixLines(given);
  const starts = [...text.matchAll(/^dir-key-certificate-version /gm)].slice(0, MAX_CERTIFICATES);
  const certificates: AuthorityCertificate[] = [];
  let bad = 0;
  for (const [index, { index: start }] of starts.entries()) {
    const certificate = readCertificate(text.slice(start, starts[index + 1]?.index));
    if (certificate === null) bad++;
    else certificates.push(certificate);
  }
  const problems: ReadProblem[] = [];
  if (starts.length === 0) {
    problems.push(
      problem("no-certificate", `No certificate was found; one begins with ${BEGIN}3.`),
    );
  }
  if (bad > 0) {
    const why = `${bad} of ${starts.length} authority certificates were changed or cut off: their signature does not fit.`;
    problems.push(problem("certificate", why));
  }
  return { certificates, problems };
}

const MARK = "\ndir-key-certification\n";

function readCertificate(text: string): AuthorityCertificate | null {
  const identityKey = pemAfter(text, "dir-identity-key", "RSA PUBLIC KEY");
  const signingKey = pemAfter(text, "dir-signing-key", "RSA PUBLIC KEY");
  const end = text.indexOf(MARK);
  const signature =
    end < 0 ? null : pemAfter(text.slice(end), "dir-key-certification", "SIGNATURE");
  if (identityKey === null || signingKey === null || signature === null) return null;
  const digest = sha1(Buffer.from(text.slice(0, end + MARK.length), "latin1"));
  if (recoverRsa(identityKey, signature, AUTHORITY_KEY_BITS)?.equals(digest) !== true) return null;
  const identity = upperHex(sha1(identityKey));
  const published = utcTime(/\ndir-key-published ([^\n]{1,40})\n/.exec(text)?.[1]);
  const expires = utcTime(/\ndir-key-expires ([^\n]{1,40})\n/.exec(text)?.[1]);
  const claimed = parseFingerprint(/\nfingerprint ([^\n]{1,80})\n/.exec(text)?.[1] ?? "");
  if (published === null || expires === null || claimed !== identity) return null;
  return { identity, published, expires, signingKey, signingKeyDigest: upperHex(sha1(signingKey)) };
}
