import { createPublicKey, verify } from "node:crypto";
import type { Instant } from "../time/instant.ts";

/** A certificate in which a relay's master key certifies its signing key, checked against the master key. */
export type Ed25519Cert = { masterKey: Buffer; certifiedKey: Buffer; expires: Instant };

const HEADER = 40;
const SIGNATURE = 64;
/** [04] IDENTITY_V_SIGNING, and extension 04 "signed with ed25519 key" (cert-spec 2.1, 2.2.1, A.1). */
const TYPE_SIGNING = 4;
/** [0C] FAMILY_V_IDENTITY */
const TYPE_FAMILY = 12;
const EXTENSION_SIGNED_WITH = 4;
const HOUR = 3_600_000;

/** Reads a certificate (cert-spec 2.1); null when it is malformed or the master key did not sign it. */
export function readEd25519Cert(bytes: Buffer | null): Ed25519Cert | null {
  return readCert(bytes, TYPE_SIGNING);
}

/** The same for the certificate in which a family's key, here `masterKey`, takes in a relay's (proposal 321). */
export function readFamilyCert(bytes: Buffer | null): Ed25519Cert | null {
  return readCert(bytes, TYPE_FAMILY);
}

function readCert(bytes: Buffer | null, type: number): Ed25519Cert | null {
  if (bytes === null || bytes.length < HEADER + SIGNATURE) return null;
  if (bytes[0] !== 1 || bytes[1] !== type || bytes[6] !== 1) return null;
  const body = bytes.subarray(0, -SIGNATURE);
  const masterKey = masterKeyIn(body);
  if (masterKey === null || !verifyEd25519(masterKey, body, bytes.subarray(-SIGNATURE)))
    return null;
  return {
    masterKey,
    certifiedKey: bytes.subarray(7, 39),
    expires: bytes.readUInt32BE(2) * HOUR,
  };
}

/** The key of extension 04, after the extensions before it. */
function masterKeyIn(body: Buffer): Buffer | null {
  let at = HEADER;
  for (let left = body[HEADER - 1] ?? 0; left > 0 && at + 4 <= body.length; left--) {
    const length = body.readUInt16BE(at);
    const data = body.subarray(at + 4, at + 4 + length);
    if (body[at + 2] === EXTENSION_SIGNED_WITH) {
      return length === 32 && data.length === 32 ? data : null;
    }
    at += 4 + length;
  }
  return null;
}

/** SubjectPublicKeyInfo of an ed25519 key up to the 32 bytes of the key (RFC 8410). */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** Whether the raw 32-byte key made the signature over the message. False for anything malformed. */
export function verifyEd25519(key: Buffer, message: Buffer, signature: Buffer): boolean {
  if (key.length !== 32 || signature.length !== SIGNATURE) return false;
  try {
    const publicKey = createPublicKey({
      key: Buffer.concat([SPKI, key]),
      format: "der",
      type: "spki",
    });
    return verify(null, message, publicKey, signature);
  } catch {
    return false;
  }
}
