import { forwardedOriginals } from "../mail/forwarded.ts";
import type { Mailbox, Message } from "../mail/message.ts";
import { mayMatch } from "../text/may-match.ts";
import { passesOn } from "./wrappers/generic.ts";

/** A complaint inside the mail that passes it on. */
export type Original = {
  from: Mailbox | null;
  subject: string;
  text: string;
  /** The attached mail, null when it stands in the body. */
  message: Message | null;
  /** Where it begins in the body, null when it is attached. */
  start: number | null;
};

/**
 * The complaint a provider, a CERT or a colleague passed on: an attached mail, or one in the text under the marks of the
 * usual clients or a rule. Mails shown as evidence (the spam itself) are not it. Null when the complaint came straight.
 */
export function findOriginal(message: Message): Original | null {
  for (const { message: nested } of message.nested) {
    if (isComplaintMail(nested.from?.address ?? "", nested.subject))
      return {
        from: senderOf(nested),
        subject: nested.subject,
        text: nested.body,
        message: nested,
        start: null,
      };
  }
  for (const original of forwardedOriginals(message.body)) {
    const { from, subject } = original.headers;
    if (
      from === "" && subject === ""
        ? !opensComplaint(message.body, original.start)
        : !isComplaintMail(from, subject)
    )
      continue;
    return {
      from: mailboxIn(from),
      subject,
      text: original.text,
      message: null,
      start: original.start,
    };
  }
  return below(message.body);
}

const COMPLAINT_SENDER =
  /(?:abuse|report|cert|csirt|soc\b|noc\b|security|takedown|antipiracy|copyright|dmca|fail2ban|notice|incident|root@|wordpress@|p2p|spamcop|netcraft|intrusion|legal|enforcement|lfd|cpanel)/i;
const COMPLAINT_SUBJECT =
  /\b(?:abuse|infring\w*|complaint|attack\w*|report|incident|take ?down|copyright|dmca|phish\w*|malware|brute|scan\w*|hack\w*|unauthori[sz]ed|blocked|banned|issue \d|violation|spamcop|intrusion|fail2ban|wordfence|missbrauch|beschwerde|angriffe?|aanval(?:len)?|klacht|poortscan|plainte|attaques?|balayage|ataques?|escaneos?|varreduras?|queja|reclamo|attacc(?:o|hi)|scansion[ei]|segnalazione|atak\w{0,4}|skanowani\w|skarga)(?!\p{L})|атак|скан|взлом|жалоб/iu;

/** Does a mail from there with that subject accuse somebody? */
export function isComplaintMail(from: string, subject: string): boolean {
  return COMPLAINT_SUBJECT.test(subject) || COMPLAINT_SENDER.test(from);
}

function opensComplaint(body: string, start: number): boolean {
  return /complaint|report|notice|notification/i.test(body.slice(start, start + 120));
}

/** Providers also just draw a line: `----`, `=== Abuse Report Begins ===`, `Original notification is placed below`. */
function below(body: string): Original | null {
  const match =
    (mayMatch(BELOW, body) ? BELOW.exec(body.slice(0, 8_000)) : null) ?? ruleBelow(body);
  if (!match) return null;
  const start = match.index + match[0].length;
  const text = body.slice(start).replace(/\n===[^\n]*\n[\s\S]*$/, "");
  return text.trim().length < 40 ? null : { from: null, subject: "", text, message: null, start };
}

/** A drawn line under words that announce a complaint. */
function ruleBelow(body: string): RegExpExecArray | null {
  const match = RULE.exec(body.slice(0, 6_000));
  return match !== null && passesOn(body.slice(0, match.index)) ? match : null;
}

const RULE = /^[ \t]*(?:-{4,}|_{8,}|={6,}|\*{6,}|~{6,})[ \t]*$/m;
const BELOW =
  /^[ \t]*(?:={2,} ?(?:abuse )?report begins ?={2,}|(?:the )?original (?:notification|complaint|message|report|notice)(?: is)?(?: placed| follows)?(?: below)?[ .:]{0,3}|here is the detail concerning this abuse:|-{3} the following material was provided[^\n]{0,60})[ \t]*$\n?(?:[*=_-]{4,}[ \t]*\n)?/im;

function senderOf(message: Message): Mailbox | null {
  return message.from ?? message.replyTo[0] ?? null;
}

/** `Jo Doe <jo@x.example>` or a bare address as clients print it. */
export function mailboxIn(text: string): Mailbox | null {
  const address = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,200}\.[a-z]{2,24}/i.exec(text)?.[0];
  if (!address) return null;
  const name = text
    .slice(0, text.indexOf(address))
    .replace(/[<["'(]|mailto:/gi, "")
    .trim();
  return { name, address };
}
