import type { Mailbox, Message } from "./message.ts";

export type RealSender = {
  mailbox: Mailbox | null;
  /** The list or group that rewrote From, null when nothing was rewritten. */
  via: string | null;
};

type SenderFacts = Pick<Message, "from" | "replyTo" | "headers">;

/**
 * Who wrote a mail that came through a mailing list which puts itself into From (`'Jo' via Abuse` for DMARC's sake): the
 * original From that lists keep in a header, else the Reply-To, else the address in the display name.
 */
export function realSender(message: SenderFacts): RealSender {
  const { from } = message;
  if (from === null) return { mailbox: message.replyTo[0] ?? null, via: null };
  const rewritten = VIA.exec(from.name);
  const kept = keptSender(message);
  if (kept && !sameAddress(kept, from))
    return { mailbox: named(kept, rewritten?.[1]), via: rewritten?.[2]?.trim() || from.address };
  if (!rewritten) return { mailbox: from, via: null };
  const via = rewritten[2]?.trim() || from.address;
  const reply = message.replyTo.find((mailbox) => !sameAddress(mailbox, from));
  if (reply) return { mailbox: named(reply, rewritten[1]), via };
  const inName = ADDRESS.exec(rewritten[1] ?? "")?.[0];
  return inName ? { mailbox: { name: "", address: inName }, via } : { mailbox: from, via };
}

/** `'Jo Doe' via Abuse`, `"Jo Doe via abuse-list"`, `Jo Doe (via abuse)`, Dutch and German `namens`, `über`. */
const VIA =
  /^["'‘“]{0,2}(.{1,120}?)["'’”]{0,2}[ (]{1,2}(?:via|über|por|par|przez)[ ](.{1,120}?)\)?["']?$/iu;
const ADDRESS = /[^\s<>"'()]{1,64}@[a-z0-9.-]{1,200}\.[a-z]{2,24}/i;

/** Headers in which list software keeps the author, the surest first. */
const KEPT = [
  "x-original-from",
  "x-original-sender",
  "x-google-original-from",
  "original-from",
  "x-envelope-from-original",
];

function keptSender(message: SenderFacts): Mailbox | null {
  for (const name of KEPT) {
    const value = message.headers.find((header) => header.name === name)?.value ?? "";
    const address = ADDRESS.exec(value)?.[0];
    if (address)
      return {
        name: value
          .replace(/<[^<>]*>/, "")
          .replaceAll('"', "")
          .replace(address, "")
          .trim(),
        address,
      };
  }
  return null;
}

function named(mailbox: Mailbox, name: string | undefined): Mailbox {
  return mailbox.name === "" && name && !name.includes("@") ? { ...mailbox, name } : mailbox;
}

function sameAddress(a: Mailbox, b: Mailbox): boolean {
  return a.address.toLowerCase() === b.address.toLowerCase();
}

/** Warning lines gateways put above a mail; the complaint begins after them. */
const BANNERS = [
  /^[\s*>[({!⚠-]{0,6}(?:external(?: (?:sender|e-?mail|mail|message))?|caution|warning|achtung|attention|let op|atenci[oó]n|attenzione)\b[^\n]{0,200}(?:extern|outside|unknown sender|außerhalb|extérieur|buiten|do not click|don't click|links|attachments|organi[sz]ation)[^\n]{0,300}$/iu,
  /^[\s*>]{0,4}\[?(?:external|extern|ext)\]?(?:[ -]?(?:sender|mail|e-?mail))?[\s*!:\]]{0,4}$/iu,
  /^[\s*>]{0,4}(?:this (?:e-?mail|message) (?:originated|came|was sent) from (?:outside|an external)|you don't often get email from|diese (?:e-mail|nachricht) (?:stammt|kommt) von)[^\n]{0,300}$/iu,
];

/** Offset where the mail's own text begins, after gateway banners in its first lines; 0 when there are none. */
export function bannerEnd(body: string): number {
  let at = 0;
  let end = 0;
  for (const line of body.slice(0, 4000).split("\n").slice(0, 12)) {
    at += line.length + 1;
    if (BANNERS.some((banner) => banner.test(line))) end = at;
    else if (line.trim() !== "") break;
  }
  return Math.min(end, body.length);
}

/** A subject without the tags gateways and lists put before it: `[External Sender] `, `[EXT]`, `*** SPAM ***`. */
export function withoutSubjectTags(subject: string): string {
  return subject.replace(
    /^(?:\s*(?:\[(?:external(?: sender| e-?mail)?|ext|extern|suspected spam|spam|caution)\]|\*{2,5} ?(?:spam|external) ?\*{2,5}):?)+\s*/i,
    "",
  );
}
