/** Relays refuse header blocks of more than 4096 characters (FreeScout #5542). */
const MAX_CHARS = 2_000;
const ID = /^<[^\s<>]{1,250}>$/;

/** RFC 5322 section 3.6.4: In-Reply-To is the parent's id; References are the parent's, then the parent's id. */
export type ThreadHeaders = { inReplyTo: string | null; references: string[] };

/** The threading headers of an answer to a mail. Unusable ids are left out; of a long thread the first and the newest stay. */
export function threadHeaders(parent: {
  messageId: string | null;
  references: readonly string[];
}): ThreadHeaders {
  const inReplyTo = parent.messageId ? bracketed(parent.messageId) : null;
  if (!inReplyTo) return { inReplyTo: null, references: [] };
  const before = parent.references.flatMap((id) => bracketed(id) ?? []);
  const [first, ...rest] = [...new Set([...before, inReplyTo])];
  const newest: string[] = [];
  let room = MAX_CHARS - (first?.length ?? 0);
  for (const id of rest.toReversed()) {
    room -= id.length + 1;
    if (room < 0) break;
    newest.unshift(id);
  }
  return { inReplyTo, references: first ? [first, ...newest] : [] };
}

function bracketed(id: string): string | null {
  const trimmed = id.trim();
  const whole = trimmed.startsWith("<") ? trimmed : `<${trimmed}>`;
  return ID.test(whole) && /^[\x21-\x7e]+$/.test(whole) ? whole : null;
}
