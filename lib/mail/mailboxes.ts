import { parseAddressHeader } from "mailparser";
import { bytesToText, cleanHeaderText } from "./header-text.ts";
import { MAIL_LIMITS } from "./mail-limits.ts";
import type { Mailbox } from "./message.ts";

/**
 * The mailboxes of an address header (RFC 5322 section 3.4; groups flattened). Display names are decoded and cleaned, domains
 * stay as written in ASCII. What has no address is left out. `raw` is one char per byte.
 */
export function readMailboxes(raw: string): Mailbox[] {
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
