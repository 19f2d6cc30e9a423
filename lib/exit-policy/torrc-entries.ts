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
  advance(cursor, /[\s]*(?:#[^\n]*[\s]*)*/y);
}

function readKey(cursor: Cursor): string {
  return advance(cursor, /(?:(?!\\\n)[^\s#])*/y) ?? "";
}

function readValue(cursor: Cursor): { value: string } | { flaw: string } {
  advance(cursor, /[ \t]*/y);
  if (cursor.text[cursor.at] === '"') return readQuoted(cursor);
  const plain = advance(cursor, /(?:(?!\\\n)[^\n#])*/y) ?? "";
  if (!cursor.text.startsWith("\\\n", cursor.at)) return { value: plain.trimEnd() };
  return { value: plain + readContinued(cursor) };
}

/** From the first backslash at a line's end: comments vanish together with the end of their line. */
function readContinued(cursor: Cursor): string {
  const rest = advance(cursor, /(?:\\\n|#[^\n]*\n?|[^\n])*/y) ?? "";
  return rest.replace(/\\\n|#[^\n]*(?:\n|$)/g, "").trimEnd();
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

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

/** C escapes as tor's unescape_string takes them; null for an unknown one. */
function unescapeC(text: string): string | null {
  let unknown = false;
  const value = text.replace(
    /\\(?:([0-3][0-7]{2})|x([0-9a-fA-F]{2})|(.))/g,
    (_all, octal?: string, hex?: string, other?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (other === undefined || !"ntr\"'\\".includes(other)) unknown = true;
      return ESCAPES[other ?? ""] ?? other ?? "";
    },
  );
  return unknown ? null : value;
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
