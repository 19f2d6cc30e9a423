import { readAuthor } from "../mail/author.ts";
import { readRawHeader } from "../mail/raw-header.ts";
import {
  judgeServerWord,
  notChecked,
  type SenderCheck,
  type UncheckedReason,
} from "../mail/sender-check.ts";
import { trustedWord } from "../mail/trusted-results.ts";
import type { Instant } from "../time/instant.ts";
import { type SenderTrust, trustFor } from "./sender-trust.ts";

/** A mail as it came. */
export type MailAtTheDoor = {
  raw: Uint8Array;
  /** Via of lib/intake/arrival.ts. */
  via: string;
  /** The address of its sender as the desk shows it. */
  shown: string | null;
  isSealed: boolean;
  archive: boolean;
  receivedAt: Instant;
};

/** Verifying a signature means a pass over the whole mail; complaints are far below this. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * What can be said of a mail's sender without asking anybody: what the operator's own server wrote on it, and whether its
 * From line can be believed at all. `isOpen` of the answer: name servers are to be asked too.
 */
export function checkAtTheDoor(mail: MailAtTheDoor, trust: SenderTrust): SenderCheck {
  const fields = readRawHeader(mail.raw);
  const author = readAuthor(fields, mail.shown);
  if (mail.via === "form") return notChecked(author, "form");
  const servers = trustFor(mail.via, trust);
  const word = servers && trustedWord(fields, servers);
  const served = word?.results
    ? judgeServerWord(author, { results: word.results, server: word.server }, mail.receivedAt)
    : null;
  if (served?.standing === "authenticated") return served;
  const held = whyNotAsked(mail, trust);
  if (held === null && author.domain !== null)
    return { ...(served ?? notChecked(author, "waiting")), isOpen: true };
  return served ?? notChecked(author, held ?? "no-word");
}

/** Null: name servers may be asked about this mail. */
function whyNotAsked(
  { raw, isSealed, archive }: MailAtTheDoor,
  trust: SenderTrust,
): UncheckedReason | null {
  if (!trust.isDnsOn) return trust.names.length > 0 ? "no-word" : "off";
  if (isSealed) return "sealed";
  if (archive) return "archive";
  return raw.length > MOST_BYTES ? "too-large" : null;
}
