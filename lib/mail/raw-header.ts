import { MAIL_LIMITS } from "./mail-limits.ts";

/**
 * One header field as its bytes stand, one char a byte, unfolded. `odd`: it breaks RFC 5322 section 2.2 (a space before the
 * colon, a fold with nothing before it, a lone CR or NUL), so that two programs may read it as two different things.
 */
export type RawField = { name: string; value: string; odd: boolean };

/**
 * All that any program might take for a header field, top to bottom, names in lower case. Never throws; what lies beyond
 * `MAIL_LIMITS` is left out. Lines that are no field at all have the name "".
 */
export function readRawHeader(raw: Uint8Array): RawField[] {
  const block = headerBlock(raw);
  const fields: RawField[] = [];
  let line: { text: string; odd: boolean } | null = null;
  for (const text of block.split(/\r\n|\n|\r/).slice(0, MAIL_LIMITS.headerLines)) {
    if (line !== null && /^[ \t]/.test(text)) {
      line.text += ` ${text.trimStart()}`;
      continue;
    }
    if (line !== null) fields.push(fieldOf(line));
    line = { text: text.trimStart(), odd: /^[ \t]/.test(text) };
  }
  if (line !== null) fields.push(fieldOf(line));
  return fields;
}

/** The values of the fields with this name. */
export function valuesOf(fields: readonly RawField[], name: string): string[] {
  return fields.flatMap((field) => (field.name === name ? [field.value] : []));
}

function headerBlock(raw: Uint8Array): string {
  const head = Buffer.from(raw.subarray(0, MAIL_LIMITS.headerBytes)).toString("latin1");
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  return /^\r?\n/.test(head) ? "" : head.slice(0, end).replace(/\r?\n$/, "");
}

function fieldOf({ text, odd }: { text: string; odd: boolean }): RawField {
  const colon = text.indexOf(":");
  const written = text.slice(0, Math.max(colon, 0));
  const name = written.trim().toLowerCase();
  const value = text.slice(colon + 1).trim();
  return { name, value, odd: odd || !NAME.test(written) || value.includes("\0") };
}

/** RFC 5322 section 3.6.8. */
const NAME = /^[!-9;-~]{1,200}$/;
