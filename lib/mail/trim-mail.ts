import { MAIL_LIMITS } from "./mail-limits.ts";

/** A mail made readable before it goes to the splitter, and what had to be left out for that, in words. */
export type TrimmedMail = { raw: Buffer; left: string[] };

/**
 * Takes away what makes splitters fail and carries no complaint: empty lines and a byte order mark before the headers, bare
 * CR line ends, headers by the thousand, bytes beyond the limit.
 */
export function trimMail(bytes: Uint8Array): TrimmedMail {
  const left: string[] = [];
  let raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (raw.length > MAIL_LIMITS.rawBytes) {
    left.push(`Only the first ${MAIL_LIMITS.rawBytes / 1024 / 1024} MB of this mail were read.`);
    raw = raw.subarray(0, MAIL_LIMITS.rawBytes);
  }
  raw = raw.subarray(startOfHeaders(raw));
  if (!raw.includes(0x0a) && raw.includes(0x0d))
    raw = Buffer.from(raw.toString("latin1").replaceAll("\r", "\n"), "latin1");
  const end = endOfHeaders(raw, 0);
  const kept = readableHeaders(raw.subarray(0, end));
  if (kept !== null) {
    left.push(
      "This mail has more or longer headers than any real mail; only the usual ones were read.",
    );
    raw = Buffer.concat([kept, Buffer.from("\n"), raw.subarray(end)]);
  }
  return { raw, left };
}

/** The mail up to the part that breaks the limits on parts and their headers. For mails the splitter has refused. */
export function cutAtExcess(raw: Buffer): Buffer {
  let at = raw.indexOf("\n--");
  for (let parts = 0; at >= 0; parts++) {
    if (parts >= MAIL_LIMITS.parts - 100) return raw.subarray(0, at);
    const head = raw.subarray(at, at + MAIL_LIMITS.headerBytes);
    const next = raw.indexOf("\n--", at + 3);
    const isLongHead =
      endOfHeaders(head, 0) === head.length && (next < 0 ? raw.length : next) - at > head.length;
    if (isLongHead) return raw.subarray(0, at);
    at = next;
  }
  return raw;
}

/** Where the body starts: after the first empty line, or at the end when there is none. */
export function endOfHeaders(raw: Buffer, from: number): number {
  for (let at = raw.indexOf(0x0a, from); at >= 0; at = raw.indexOf(0x0a, at + 1)) {
    if (raw[at + 1] === 0x0a || (raw[at + 1] === 0x0d && raw[at + 2] === 0x0a)) return at + 1;
  }
  return raw.length;
}

function startOfHeaders(raw: Buffer): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (raw[at] === 0x0a || raw[at] === 0x0d) at++;
  return at;
}

/**
 * The headers that fit, or null when all do. Padding must not hide the sender or the structure: the headers a mail is read by
 * stay wherever they stand, cut short when need be.
 */
function readableHeaders(block: Buffer): Buffer | null {
  if (block.length <= MAIL_LIMITS.headerBytes && countLines(block) <= MAIL_LIMITS.headerLines)
    return null;
  const kept: string[] = [];
  const seen = new Set<string>();
  let size = 0;
  for (const field of block.toString("latin1").split(/\r?\n(?![ \t])/)) {
    const name = field
      .slice(0, Math.max(0, field.indexOf(":")))
      .trim()
      .toLowerCase();
    const needed = ESSENTIAL.has(name) && !seen.has(name);
    const fits = kept.length < MAX_OTHERS && size + field.length < MAIL_LIMITS.headerBytes / 2;
    if (!needed && (!fits || name === "")) continue;
    seen.add(name);
    const text = needed ? field.slice(0, MAX_ESSENTIAL) : field;
    kept.push(text);
    size += text.length;
  }
  return Buffer.from(`${kept.join("\r\n")}\r\n`, "latin1");
}

function countLines(block: Buffer): number {
  let lines = 0;
  for (
    let at = block.indexOf(0x0a);
    at >= 0 && lines <= MAIL_LIMITS.headerLines;
    at = block.indexOf(0x0a, at + 1)
  )
    lines++;
  return lines;
}

const MAX_OTHERS = 500;
const MAX_ESSENTIAL = 8 * 1024;
const ESSENTIAL = new Set(
  "from sender reply-to to cc subject date message-id in-reply-to references mime-version content-type content-transfer-encoding content-disposition".split(
    " ",
  ),
);
