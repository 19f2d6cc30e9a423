import type { Instant } from "../time/instant.ts";

/** What is wrong with an input, in words for the operator. Parsers return these; they never throw. */
export type Problem = { code: string; text: string };

export type Mailbox = { name: string; address: string };

/**
 * One leaf of the MIME tree. `text` is the decoded text of a text-like part (text/*, or an attachment that is text by
 * content), else null. `bytes` is the decoded body.
 */
export type Part = {
  /** Stable name of the part inside its message, e.g. `2.1`; spans point to it. */
  id: string;
  contentType: string;
  /** Decoded, stripped of paths and control characters; for showing only. */
  filename: string | null;
  attachment: boolean;
  text: string | null;
  bytes: Uint8Array;
};

/** A mail as understood. Header text is decoded and free of control characters. */
export type Message = {
  subject: string;
  from: Mailbox | null;
  replyTo: Mailbox[];
  to: Mailbox[];
  cc: Mailbox[];
  /** The Date header, null when absent or unreadable. */
  date: Instant | null;
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  /** Lower-case names, decoded values, in order of appearance, duplicates kept. */
  headers: { name: string; value: string }[];
  /** The text a person reads first: text/plain, else HTML turned to text with tables kept as lines. */
  body: string;
  /** Ids of the parts `body` was made from, so that a reader of all texts need not read them twice. */
  bodyParts: string[];
  /** Raw HTML of the first text/html part; hostile. Show only through `safeHtml`. */
  html: string | null;
  parts: Part[];
  /** message/rfc822, text/rfc822-headers and forwarded originals, parsed on their own, outermost first. */
  nested: { partId: string; message: Message }[];
  problems: Problem[];
};
