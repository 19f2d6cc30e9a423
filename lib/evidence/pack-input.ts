import type { Relay } from "../relays/history.ts";
import type { SignedDocument } from "../relays/signed-document.ts";
import type { Instant } from "../time/instant.ts";
import type { Said } from "./pack-scope.ts";
import type { Evidence } from "./verdict.ts";

/** The pages every pack holds, from `templates/evidence-pack`; `readme` by language. */
export type PackPages = { verifyScript: string; verifyGuide: string; readme: Map<string, string> };

export type PackInput = {
  /** Of the case, as people know it. */
  ref: string;
  madeAt: Instant;
  /** `bytes`: null when they may not be handed out, `withheld` says why. */
  mail: { sha256: string; size: number; receivedAt: Instant; bytes: Uint8Array | null };
  withheld: "sealed" | "csam" | null;
  said: Said;
  evidence: Evidence;
  /** The relays concerned with what is recorded of the time of the events (`relayDuring`). */
  relays: Relay[];
  /** Those that cover the events (`coveringDocuments`), and how many had to be left out. */
  documents: SignedDocument[];
  leftOut: number;
  /** Of the reader; English when there is no page in it. */
  language: string;
};
