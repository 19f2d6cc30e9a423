/** One option of a torrc. `command` is the `+` or `/` prefix: append, or clear what was set before. */
export type TorrcEntry = {
  key: string;
  value: string;
  command: "set" | "append" | "clear";
  line: number;
};

export type TorrcReading = {
  entries: TorrcEntry[];
  /** tor stops at the first line it cannot split and refuses the whole file. */
  broken: { line: number; text: string } | null;
};

/** A real torrc is a few kilobytes; what is longer is no torrc. */
const MAX_LENGTH = 4_000_000;

/**
 * Splits a torrc as tor does (confline.c, parse_config_line_from_str_verbose): `#` comments outside quotes, quoted values
 * with C escapes, and lines continued by a backslash, inside which a comment swallows its line and the value goes on.
 */
export function torrcEntries(text: string): TorrcReading {
  const entries: TorrcEntry[] = [];
  const cursor = { text: text.slice(0, MAX_LENGTH), at: 0 };
  const lineAt = lineCounter(cursor.text);
  for (;;) {
    skipBlank(cursor);
    if (cursor.at >= cursor.text.length) return { entries, broken: null };
    const line = lineAt(cursor.at);
    const key = readKey(cursor);
    const read = readValue(cursor);
    if ("flaw" in read) return { entries, broken: { line, text: read.flaw } };
    entries.push({ ...withCommand(key, read.value), line });
  }
}

type Cursor = { text: string; at: number };

function withCommand(key: string, value: string): Omit<TorrcEntry, "line"> {
  if (key.startsWith("+")) return { key: key.slice(1), value, command: "append" };
  if (key.startsWith("/")) return { key: key.slice(1), value: "", command: "clear" };
  return { key, value, command: "set" };
}

function skipBlank(cursor: Cursor): void {
  advance(cursor, /(?:[ \t\r\n\v\f]|#[^\n]*)*/y);
}

function readKey(cursor: Cursor): string {
  return advance(cursor, /(?:(?!\\\n)[^ \t\r\n\v\f#])*/y) ?? "";
}

function readValue(cursor: Cursor): { value: string } | { flaw: string } {
  advance(cursor, /[ \t]*/y);
  if (cursor.text[cursor.at] === '"') return readQuoted(cursor);
  const plain = advance(cursor, /(?:(?!\\\n)[^\n#])*/y) ?? "";
  if (!cursor.text.startsWith("\\\n", cursor.at)) return { value: trimAscii(plain) };
  // From the first backslash at a line's end, comments vanish together with the end of their line. Blanks are cut off
  // before the backslashes: a backslash before an empty line stays, and tor then refuses the value.
  const rest = advance(cursor, /(?:\\\n|#[^\n]*\n?|[^\n])*/y) ?? "";
  const raw = trimAscii(plain + rest);
  return { value: raw.replace(/\\\n|#[^\n]*(?:\n|$)/g, "") };
}

/** Cuts off what C's isspace takes for blanks; JavaScript's trim takes more. */
export function trimAscii(text: string): string {
  const blank = " \t\r\n\v\f";
  let start = 0;
  let end = text.length;
  while (start < end && blank.includes(text.charAt(start))) start++;
  while (end > start && blank.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function readQuoted(cursor: Cursor): { value: string } | { flaw: string } {
  const quoted = advance(cursor, /"(?:[^"\\\n]|\\[^\n])*"/y);
  const value = quoted === null ? null : unescapeC(quoted.slice(1, -1));
  if (value === null)
    return {
      flaw: "a quoted value is not closed or has an unknown escape; close it or drop the quotes",
    };
  advance(cursor, /[ \t]*\r?/y);
  const next = cursor.text[cursor.at];
  if (next !== undefined && next !== "\n" && next !== "#") {
    return { flaw: "there is text after the closing quote; remove it or start it with #" };
  }
  return { value };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  '"': '"',
  "'": "'",
  "\\": "\\",
};

/** C escapes as tor's unescape_string takes them; null for an unknown one. A zero byte ends the value. */
function unescapeC(text: string): string | null {
  let unknown = false;
  const value = text.replace(
    /\\(?:([0-7]{1,3})|[xX]([0-9a-fA-F]{2})|(.))/g,
    (_all, octal?: string, hex?: string, other?: string) => {
      const char = escaped(octal, hex, other ?? "");
      unknown ||= char === null;
      return char ?? "";
    },
  );
  return unknown ? null : (value.split("\0", 1)[0] ?? "");
}

function escaped(octal: string | undefined, hex: string | undefined, other: string): string | null {
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  if (octal === undefined) return ESCAPES[other] ?? null;
  const code = Number.parseInt(octal, 8);
  return code > 255 ? null : String.fromCharCode(code);
}

/** Matches a sticky pattern at the cursor and moves past it; null when it does not match. */
function advance(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? null;
  cursor.at += found?.length ?? 0;
  return found;
}

/** Line numbers for offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let seen = 0;
  return (offset) => {
    for (let at = text.indexOf("\n", seen); at >= 0 && at < offset; at = text.indexOf("\n", seen)) {
      line++;
      seen = at + 1;
    }
    return line;
  };
}
