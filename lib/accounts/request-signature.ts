import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../time/instant.ts";

/** A signature as the headers of a request name it; `at` is its timestamp. */
export type RequestSignature = { keyId: string; timestamp: string; at: Instant; value: Buffer };

/** So far a timestamp may be from the desk's clock, in both directions. */
export const SIGNATURE_WINDOW_MS = 5 * 60_000;
const MAX_KEY_ID = 64;

/**
 * Reads `Exitdesk-Key`, `Exitdesk-Timestamp` (whole seconds since 1970) and `Exitdesk-Signature` (HMAC-SHA256 in hex). Null
 * when one is missing or malformed.
 */
export function readSignature(header: (name: string) => string | null): RequestSignature | null {
  const keyId = header("exitdesk-key") ?? "";
  const timestamp = header("exitdesk-timestamp") ?? "";
  const hex = header("exitdesk-signature") ?? "";
  if (keyId === "" || keyId.length > MAX_KEY_ID) return null;
  if (!/^[1-9][0-9]{8,10}$/.test(timestamp) || !/^[0-9a-fA-F]{64}$/.test(hex)) return null;
  return { keyId, timestamp, at: Number(timestamp) * 1000, value: Buffer.from(hex, "hex") };
}

/** Whether a request may be this old, or this early. */
export function isFresh({ at }: RequestSignature, now: Instant): boolean {
  return Math.abs(now - at) <= SIGNATURE_WINDOW_MS;
}

/** HMAC-SHA256 over the timestamp as it was sent, a full stop and the body, keyed with the secret's own characters. */
export function signatureOf(secret: string, timestamp: string, body: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest();
}

/** Compared without telling by the time it takes how much of it was right. */
export function isSignedBy(
  secret: string,
  { timestamp, value }: RequestSignature,
  body: Uint8Array,
): boolean {
  return timingSafeEqual(signatureOf(secret, timestamp, body), value);
}

/** By which a signature is known again. */
export function signatureId({ keyId, value }: RequestSignature): string {
  return createHash("sha256")
    .update(`${keyId} ${value.toString("hex")}`)
    .digest("hex");
}
