import { readAuthor } from "../mail/author.ts";
import { readRawHeader } from "../mail/raw-header.ts";
import {
  judgeOwnFindings,
  notChecked,
  type SenderCheck,
  type SenderStanding,
} from "../mail/sender-check.ts";
import { trustedWord } from "../mail/trusted-results.ts";
import { verifySender } from "../mail/verify-sender.ts";
import type { ResolveDns } from "../mail/verify-spf.ts";
import type { Instant } from "../time/instant.ts";
import { type SenderTrust, trustFor } from "./sender-trust.ts";

export type StoredMail = {
  raw: Uint8Array;
  via: string;
  shown: string | null;
  receivedAt: Instant;
  /** What was said at the door. */
  before: SenderCheck;
};

/**
 * Looks for keys and policies of the sender's domain and weighs them with what the operator's server said. Not `isComplete`:
 * a name server did not answer, and the check is worth repeating; until then nothing is held against the mail.
 */
export async function checkThroughDns(
  { raw, via, shown, receivedAt, before }: StoredMail,
  { trust, resolve, now }: { trust: SenderTrust; resolve: ResolveDns; now: Instant },
): Promise<{ check: SenderCheck; isComplete: boolean }> {
  const fields = readRawHeader(raw);
  const author = readAuthor(fields, shown);
  const { domain } = author;
  const told: SenderCheck = before.by === null ? notChecked(author, "no-answer") : before;
  if (domain === null) return { check: { ...told, isOpen: false }, isComplete: true };
  const servers = trustFor(via, trust);
  const arrived = servers && trustedWord(fields, servers).arrived;
  const verified = await verifySender(raw, { domain, arrived, at: receivedAt, resolve });
  const own = judgeOwnFindings(author, verified.found, now);
  if (own.standing === "authenticated") return { check: own, isComplete: true };
  if (!verified.isComplete) return { check: { ...told, isOpen: false }, isComplete: false };
  const better = WEIGHT[own.standing] > WEIGHT[told.standing] || told.by === null;
  return { check: better ? own : { ...told, isOpen: false }, isComplete: true };
}

/** Which of two findings says more. */
const WEIGHT: Record<SenderStanding, number> = {
  unchecked: 0,
  unproven: 1,
  forged: 2,
  authenticated: 3,
};
