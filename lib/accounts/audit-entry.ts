import { createHash } from "node:crypto";
import { type Instant, toIso } from "../time/instant.ts";

/**
 * What is written down. `read`: a sealed case, a mail or a file of it was opened. `export`: something left the desk as a file.
 * `approved`: a letter may go. `sign-in`: who came and went, and how often somebody failed to. `refused`: who asked for what their role does not allow. `privacy`: what was purged or redacted. `keys`:
 * which keys what is secret is encrypted with. The others: who changed settings, people, readers of a sealed case, seals, holds.
 */
export const AUDIT_KINDS = [
  "read",
  "export",
  "approved",
  "settings",
  "people",
  "readers",
  "seal",
  "hold",
  "privacy",
  "sign-in",
  "refused",
  "backup",
  "keys",
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** `what` names the setting, the person or the kind of file; never a word of a case. */
export type AuditAct = { kind: AuditKind; what: string; caseId?: string };

export type AuditEntry = {
  seq: number;
  at: Instant;
  by: string;
  kind: string;
  caseId: string | null;
  what: string;
  hash: string;
};

/** What the first entry holds in the place of a hash before it. */
export const BEGINNING = "0".repeat(64);

/** SHA-256 over the hash of the entry before and this entry, as JSON of its fields in this order; lower-case hex. */
export function entryHash(before: string, entry: Omit<AuditEntry, "hash">): string {
  const { seq, at, by, kind, caseId, what } = entry;
  const said = JSON.stringify([before, seq, toIso(at), by, kind, caseId, what]);
  return createHash("sha256").update(said).digest("hex");
}

/** Where the chain stands after some entries, or the first of them that does not fit. */
export type Chain = { seq: number; hash: string; broken: number | null };

/** Follows the chain over the next entries, in their order. An entry that was changed, left out or put in does not fit. */
export function followChain(chain: Chain, entries: readonly AuditEntry[]): Chain {
  let { seq, hash } = chain;
  if (chain.broken !== null) return chain;
  for (const entry of entries) {
    if (entry.seq !== seq + 1 || entryHash(hash, entry) !== entry.hash)
      return { seq, hash, broken: seq + 1 };
    seq = entry.seq;
    hash = entry.hash;
  }
  return { seq, hash, broken: null };
}
