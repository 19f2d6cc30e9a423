import type { Message } from "./message.ts";

/** What marks a mail as one that no program may answer, with the source of each. */
const MARKS: readonly { header: string; value: RegExp }[] = [
  // RFC 3834 section 5: every value but "no" says that no person sent it.
  { header: "auto-submitted", value: /^(?!\s*no\b)\s*\S/i },
  // RFC 3834 section 2: widespread before that header was.
  { header: "precedence", value: /^\s*(?:bulk|junk|list|auto_?reply)\b/i },
  // RFC 3834 section 2: mail of a list, and mail with a null return path, is never answered.
  { header: "list-id", value: /\S/ },
  { header: "return-path", value: /^\s*<>\s*$/ },
  { header: "x-autoreply", value: /\S/ },
  { header: "x-autorespond", value: /\S/ },
  // MS-OXCMAIL section 2.2.3.2.14: what the sender's server asks others not to send back.
  { header: "x-auto-response-suppress", value: /\b(?:all|autoreply|oof)\b/i },
];

/** Must no program answer this mail, lest two programs answer each other for ever? People still may. */
export function isAutomaticMail({ headers }: Pick<Message, "headers">): boolean {
  return headers.some(({ name, value }) =>
    MARKS.some((mark) => mark.header === name.toLowerCase() && mark.value.test(value)),
  );
}
