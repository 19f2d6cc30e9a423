import { parseAddressHeader } from "mailparser";
import { bytesToText, cleanHeaderText } from "./header-text.ts";
import { MAIL_LIMITS } from "./mail-limits.ts";
import type { Mailbox } from "./message.ts";

/**
 * The mailboxes of an address header (RFC 5322 section 3.4; groups flattened). Display names are decoded and cleaned, domains
 * stay as written in ASCII. What has no address is left out. `raw` is one char per byte.
 */
export function readMailboxes(raw: string): Mailbox[] {
  const usual = USUAL.exec(raw);
  if (usual) return [{ name: usual[1] ?? "", address: usual[2] ?? usual[3] ?? "" }];
  if (raw.trim() === "") return [];
  const value = bytesToText(raw).slice(0, MAIL_LIMITS.headerValueChars);
  const parsed = parseAddressHeader(value, { flatten: true, decodePunycode: false }).value;
  return parsed
    .slice(0, MAIL_LIMITS.mailboxes)
    .map(({ name, address }) => ({
      name: cleanHeaderText(name),
      address: cleanHeaderText(address ?? ""),
    }))
    .filter(({ address }) => address.includes("@"));
}

/** As most mails have it, with nothing a parser would have to think about: `Abuse Desk <abuse@hoster.example>`. */
const USUAL =
  /^ ?(?:(?:([A-Za-z\d]{1,40}(?: [A-Za-z\d]{1,40}){0,6}) )?<([\w+-]{1,40}(?:\.[\w+-]{1,40}){0,6}@[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){1,6})>|([\w+-]{1,40}(?:\.[\w+-]{1,40}){0,6}@[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){1,6}))[ \r\n]{0,4}$/;
