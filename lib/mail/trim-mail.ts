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
  const kept = readableHeaders(raw, end);
  if (kept < end) {
    left.push("This mail has more header lines than any real mail; the last ones were not read.");
    raw = Buffer.concat([raw.subarray(0, kept), Buffer.from("\n"), raw.subarray(end)]);
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
  const unix = raw.indexOf("\n\n", from);
  const dos = raw.indexOf("\n\r\n", from);
  if (unix < 0 && dos < 0) return raw.length;
  if (dos < 0 || (unix >= 0 && unix < dos)) return unix + 1;
  return dos + 1;
}

function startOfHeaders(raw: Buffer): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (raw[at] === 0x0a || raw[at] === 0x0d) at++;
  return at;
}

/** The end of the last header line within the limits. */
function readableHeaders(raw: Buffer, end: number): number {
  let at = 0;
  for (let lines = 0; at < end; lines++) {
    const next = raw.indexOf(0x0a, at) + 1;
    if (next === 0 || next > end) return end > MAIL_LIMITS.headerBytes ? at : end;
    if (lines >= MAIL_LIMITS.headerLines || next > MAIL_LIMITS.headerBytes) return at;
    at = next;
  }
  return end;
}
