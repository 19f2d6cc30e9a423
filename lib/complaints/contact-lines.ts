import type { Message } from "../mail/message.ts";
import type { Mention } from "./mentions.ts";

/**
 * A robot that writes to everybody concerned lists who answers for what: `192.0.2.1 ---> abuse@isp.example`. Of such a list
 * only the addresses whose contact this mail went to are ours to answer for. Empty when no such list names a recipient.
 */
export function ofRecipients(mentions: Mention[], message: Message): Mention[] {
  const recipients = new Set(
    [...message.to, ...message.cc].map(({ address }) => address.toLowerCase()),
  );
  const rows = mentions.flatMap((mention) => {
    const contact = contactBehind(mention);
    return contact === null ? [] : [{ mention, contact }];
  });
  if (new Set(rows.map(({ contact }) => contact)).size < 2) return [];
  const ours = rows.filter(({ contact }) => recipients.has(contact)).map(({ mention }) => mention);
  const direct = ours.filter(isFirstOnLine);
  // Behind a name stands where a link in the mail leads; what begins the line is who sent it.
  return direct.length > 0 ? direct : ours;
}

/** The mail address an arrow, a bar or a comma after the address leads to. */
function contactBehind({ document, line, after }: Mention): string | null {
  if (document.place !== "body" || line.kind !== "text") return null;
  const rest = line.text.slice(after - line.start, after - line.start + 120);
  return CONTACT.exec(rest)?.[1]?.toLowerCase() ?? null;
}

const CONTACT =
  /^[ \t]{0,10}(?:-{1,4}>|=>|→|»|[|;,:\t])[ \t]{0,10}<?([\w.+-]{1,64}@[\w.-]{3,120}[a-z])>?[ \t]{0,4}$/i;

function isFirstOnLine({ line, start }: Mention): boolean {
  return /^[>\s*•-]{0,10}$/.test(line.text.slice(0, start - line.start));
}
