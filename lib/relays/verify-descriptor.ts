import { createHash } from "node:crypto";
import type { Instant } from "../time/instant.ts";
import { decodeBase64 } from "./decode-base64.ts";
import { readEd25519Cert, verifyEd25519 } from "./ed25519-cert.ts";
import { pemAfter } from "./pem-after.ts";
import { recoverRsa, sha1, upperHex } from "./recover-rsa.ts";

export type SignatureState = "valid" | "invalid" | "absent";

/**
 * Checks the signatures of one server descriptor. `text` has one character a byte and begins at its `router` line.
 * `fingerprint` is that of the key it was signed with, which the RSA signature proves the descriptor belongs to.
 */
export function verifyDescriptor(
  text: string,
  published: Instant | null,
): {
  rsa: SignatureState;
  ed25519: SignatureState;
  fingerprint: string | null;
  digest: string | null;
} {
  const key = pemAfter(text, "signing-key", "RSA PUBLIC KEY");
  const digest = signedDigest(text);
  return {
    rsa: rsaState(text, key, digest),
    ed25519: ed25519State(text, published),
    fingerprint: key === null ? null : upperHex(sha1(key)),
    digest: digest === null ? null : upperHex(digest),
  };
}

const RSA_MARK = "\nrouter-signature\n";
/** What tor uses for relays (dir-spec 1.3); a shorter or longer key is not one of them. */
const RELAY_KEY_BITS = [1024];

/** SHA-1 from "router " through the line "router-signature": what is signed, and what a consensus names it by. */
function signedDigest(text: string): Buffer | null {
  const at = text.indexOf(RSA_MARK);
  return at < 0 ? null : sha1(Buffer.from(text.slice(0, at + RSA_MARK.length), "latin1"));
}

/**
 * dir-spec 1.3 and 2.1.1, "router-signature": PKCS#1 v1.5 padding around the bare SHA-1 from "router " through the line
 * "router-signature". There is no DigestInfo in it, so `crypto.verify` cannot be used.
 */
function rsaState(text: string, key: Buffer | null, digest: Buffer | null): SignatureState {
  if (digest === null) {
    return text.includes("\nrouter-digest ") || key === null ? "absent" : "invalid";
  }
  const signature = pemAfter(text.slice(text.indexOf(RSA_MARK)), "router-signature", "SIGNATURE");
  if (key === null || signature === null) return "invalid";
  return recoverRsa(key, signature, RELAY_KEY_BITS)?.equals(digest) === true ? "valid" : "invalid";
}

const ED25519_PREFIX = "Tor router descriptor signature v1";

/**
 * dir-spec 2.1.1, "identity-ed25519" and "router-sig-ed25519": the master key certifies a signing key, which signs the
 * SHA-256 of a prefix and everything through "router-sig-ed25519 " with its space.
 */
function ed25519State(text: string, published: Instant | null): SignatureState {
  const mark = "\nrouter-sig-ed25519 ";
  const at = text.indexOf(mark);
  const hasCert = text.includes("\nidentity-ed25519\n");
  if (at < 0) return hasCert ? "invalid" : "absent";
  const cert = readEd25519Cert(pemAfter(text, "identity-ed25519", "ED25519 CERT"));
  const end = text.indexOf("\n", at + mark.length);
  const signature = decodeBase64(text.slice(at + mark.length, end));
  if (cert === null || end < 0 || signature === null) return "invalid";
  const master = /\nmaster-key-ed25519 ([^\n]{1,100})\n/.exec(text)?.[1];
  if (master !== undefined && decodeBase64(master)?.equals(cert.masterKey) !== true)
    return "invalid";
  if (published !== null && cert.expires <= published) return "invalid";
  const signed = Buffer.from(text.slice(0, at + mark.length), "latin1");
  const digest = createHash("sha256").update(ED25519_PREFIX).update(signed).digest();
  return verifyEd25519(cert.certifiedKey, digest, signature) ? "valid" : "invalid";
}
