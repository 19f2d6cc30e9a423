import type { Message } from "./message.ts";

/** Some relays refuse header blocks above 4,096 characters; References is the only header of ours that grows. */
const MAX_REFERENCES = 2_000;
/** RFC 5322 section 2.1.1. */
const LINE = 76;

/** Every message id a mail answers to, nearest first: In-Reply-To, then References from its end. */
export function answeredIds(message: Pick<Message, "inReplyTo" | "references">): string[] {
  const nearest = message.inReplyTo === null ? [] : [message.inReplyTo];
  return [...new Set([...nearest, ...message.references.toReversed()])];
}

/**
 * In-Reply-To and References for an answer (RFC 5322 section 3.6.4). When the list grows too long the first id (it names the
 * thread) and the last ones stay. Ids that are not whole in angle brackets are left out: they would break the header.
 */
export function replyReferences(message: Pick<Message, "messageId" | "inReplyTo" | "references">): {
  inReplyTo: string | null;
  references: string[];
} {
  const parents = message.references.length > 0 ? message.references : [message.inReplyTo];
  const ids = [...new Set([...parents, message.messageId])].filter(isWholeId);
  const inReplyTo = isWholeId(message.messageId) ? message.messageId : null;
  return { inReplyTo, references: cap(ids) };
}

/** The References header as it goes out: one id a line as soon as a line is full. */
export function foldReferences(ids: string[]): string {
  let line = "References:".length;
  let folded = "";
  for (const id of ids) {
    const breaks = folded !== "" && line + 1 + id.length > LINE;
    folded += breaks ? `\r\n ${id}` : `${folded === "" ? "" : " "}${id}`;
    line = breaks ? 1 + id.length : line + 1 + id.length;
  }
  return folded;
}

/** RFC 5322 section 3.6.4: ASCII. An id with other letters cannot stand in a header and would keep the answer from being sent. */
const WHOLE_ID = /^<[!-;=?-~]{1,500}>$/;

function isWholeId(id: string | null): id is string {
  return id !== null && WHOLE_ID.test(id);
}

function cap(ids: string[]): string[] {
  const [first, ...rest] = ids;
  if (first === undefined) return [];
  const kept: string[] = [];
  let size = first.length;
  for (const id of rest.toReversed()) {
    if (size + id.length + 3 > MAX_REFERENCES) break;
    kept.unshift(id);
    size += id.length + 3;
  }
  return [first, ...kept];
}
