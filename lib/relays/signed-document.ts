import { createHash } from "node:crypto";
import type { Instant } from "../time/instant.ts";
import type { DescriptorFacts } from "./read-descriptor.ts";

/** What a document is; further kinds need a step of their own in `templates/evidence-pack/verify.sh`. */
export type DocumentKind = "descriptor" | "consensus";

/** A signed document without its bytes: enough to choose it. */
export type DocumentLine = {
  /** SHA-256 of the bytes, lower-case hex. */
  sha256: string;
  kind: DocumentKind;
  /** Of the relay it speaks of. */
  fingerprint: string;
  publishedAt: Instant;
  /** How it came to the desk. */
  source: string;
  learnedAt: Instant;
};
export type SignedDocument = DocumentLine & { bytes: Uint8Array };

/**
 * The descriptor as a document that can be kept and shown, or null when its signatures do not prove it. dir-spec 2.1.1:
 * the last line, the end of the signature, ends with a newline, which `readDescriptors` leaves out.
 */
export function signedDescriptor(
  { text, fingerprint, published, rsa, ed25519 }: DescriptorFacts,
  learnt: { source: string; learnedAt: Instant },
): SignedDocument | null {
  if (rsa !== "valid" || ed25519 === "invalid") return null;
  if (fingerprint === null || published === null) return null;
  const bytes = Buffer.from(`${text}\n`, "latin1");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, kind: "descriptor", fingerprint, publishedAt: published, ...learnt, bytes };
}
