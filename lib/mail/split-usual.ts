import { readUsualHeaders } from "./read-usual-headers.ts";
import type { MimeLeaf, SplitMail } from "./split-mime.ts";
import { endOfHeaders } from "./trim-mail.ts";
import { undoEncoding } from "./usual-encoding.ts";
import { type UsualPart, usualPart } from "./usual-part.ts";

/**
 * A mail put together as nearly all are, split without a MIME parser: building its streams costs more than all of reading
 * the mail. Null for every mail with anything unusual about it (RFC 2045 and 2046 leave much to guess), which is left to
 * `splitMime`; for the others it gives what that would, to the byte.
 */
export function splitUsual(raw: Buffer): SplitMail | null {
  const end = endOfHeaders(raw, 0);
  const body = afterEmptyLine(raw, end);
  const headerLines = body < raw.length ? readUsualHeaders(raw.toString("latin1", 0, end)) : null;
  const part = headerLines?.length ? usualPart(headerLines) : null;
  if (!headerLines || !part) return null;
  if (part.boundary === null) {
    const leaf = leafOf(part, "1", raw.subarray(body));
    return leaf && { headerLines, leaves: [leaf], refused: null };
  }
  const walk: Walk = { raw, at: body - 1, leaves: [], parts: 0 };
  // A CR of its own in front of a delimiter is read in more than one way.
  const isWhole = !raw.includes("\r--", body) && walkParts(walk, [part.boundary], "");
  return isWhole ? { headerLines, leaves: walk.leaves, refused: null } : null;
}

/** `at`: the line end behind which the next delimiter is looked for. */
type Walk = { raw: Buffer; at: number; leaves: MimeLeaf[]; parts: number };
/** A delimiter line (RFC 2046 section 5.1.1): another part begins, or the last has ended. `at`: the line end before it. */
type Delimiter = { isLast: boolean; at: number };

const MAX_PARTS = 100;
const MAX_DEPTH = 8;

/** Goes through the parts of one multipart to its closing delimiter. False: something is unusual. */
function walkParts(walk: Walk, open: readonly string[], path: string): boolean {
  let delimiter = nextDelimiter(walk, open);
  if (delimiter === null || delimiter.isLast || open.length > MAX_DEPTH) return false;
  for (let number = 1; delimiter && !delimiter.isLast; number++) {
    walk.parts += 1;
    delimiter = walk.parts > MAX_PARTS ? null : walkPart(walk, open, `${path}${number}`);
  }
  return delimiter !== null;
}

/** Goes through one part; gives the delimiter behind it. */
function walkPart(walk: Walk, open: readonly string[], id: string): Delimiter | null {
  const { raw } = walk;
  const start = walk.at + 1;
  const end = isEmptyLine(raw, start) ? start : endOfHeaders(raw, start);
  const body = afterEmptyLine(raw, end);
  const headerLines =
    body <= raw.length ? readUsualHeaders(raw.toString("latin1", start, end)) : null;
  const part = headerLines && usualPart(headerLines);
  if (!part) return null;
  walk.at = body - 1;
  if (part.boundary !== null) {
    const isWhole =
      !open.includes(part.boundary) && walkParts(walk, [...open, part.boundary], `${id}.`);
    return isWhole ? nextDelimiter(walk, open) : null;
  }
  const delimiter = nextDelimiter(walk, open);
  const content = delimiter && bodyBefore(raw, body, delimiter);
  const leaf = content && leafOf(part, id, content);
  if (leaf) walk.leaves.push(leaf);
  return leaf && delimiter;
}

/** The next delimiter of the innermost open multipart; null when there is none, or one of another comes first. */
function nextDelimiter(walk: Walk, open: readonly string[]): Delimiter | null {
  const { raw } = walk;
  for (let at = raw.indexOf("\n--", walk.at); at >= 0; at = raw.indexOf("\n--", at + 1)) {
    const end = raw.indexOf(0x0a, at + 1);
    const line = raw.toString(
      "latin1",
      at + 3,
      Math.min(end < 0 ? raw.length : end, at + MAX_LINE),
    );
    const said = line.trimEnd();
    const boundary = open.find((each) => said === each || said === `${each}--`);
    if (boundary === undefined) continue;
    const isLast = said !== boundary;
    const isPlain = line === said || line === `${said}\r`;
    if (boundary !== open.at(-1) || !isPlain || (end < 0 && !isLast)) return null;
    walk.at = end < 0 ? raw.length : end;
    return { isLast, at };
  }
  return null;
}

/** Longer than any boundary (70 characters, RFC 2046) that `usualPart` takes. */
const MAX_LINE = 300;

/** The line end before a delimiter is the delimiter's. Null for a body that is nothing else, which parsers cut differently. */
function bodyBefore(raw: Buffer, body: number, { at }: Delimiter): Buffer | null {
  const end = raw[at - 1] === 0x0d ? at - 1 : at;
  return end > body || at < body ? raw.subarray(body, Math.max(body, end)) : null;
}

function isEmptyLine(raw: Buffer, at: number): boolean {
  return raw[at] === 0x0a || (raw[at] === 0x0d && raw[at + 1] === 0x0a);
}

function afterEmptyLine(raw: Buffer, at: number): number {
  return at + (raw[at] === 0x0d ? 2 : 1);
}

function leafOf(part: UsualPart, id: string, body: Buffer): MimeLeaf | null {
  const { contentType, charset, flowed, delSp, filename, disposition } = part;
  const bytes = undoEncoding(body, part.encoding);
  return bytes && { id, contentType, charset, flowed, delSp, filename, disposition, bytes };
}
