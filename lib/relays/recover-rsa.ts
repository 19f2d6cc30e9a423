import { constants, createHash, createPublicKey, publicDecrypt } from "node:crypto";

/**
 * What an RSA signature of Tor's was made of: PKCS#1 v1.5 padding around a bare digest, without DigestInfo, so that
 * `crypto.verify` cannot be used (dir-spec 1.3). `key` is PKCS#1 DER; null when it or the signature is not usable.
 */
export function recoverRsa(key: Buffer, signature: Buffer, bits: readonly number[]): Buffer | null {
  try {
    const publicKey = createPublicKey({ key, format: "der", type: "pkcs1" });
    if (!bits.includes(publicKey.asymmetricKeyDetails?.modulusLength ?? 0)) return null;
    return publicDecrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, signature);
  } catch {
    return null;
  }
}

export function sha1(bytes: Uint8Array): Buffer {
  return createHash("sha1").update(bytes).digest();
}

/** As fingerprints and digests are written. */
export function upperHex(bytes: Buffer): string {
  return bytes.toString("hex").toUpperCase();
}
