/** What a server found by one method. `properties`: "header.d" and the like, lower-case names. */
export type MethodResult = {
  method: string;
  result: string;
  properties: Record<string, string>;
  /** What stands in brackets behind the result: some servers put the domain's policy there. */
  comment: string;
};

/** One Authentication-Results field: who says it, and what. */
export type ServerWord = { authservId: string; results: MethodResult[] };

/**
 * Reads the value of an Authentication-Results field (RFC 8601 section 2.2). Null when it does not follow the grammar to the
 * letter: half a field may be half of what somebody smuggled in (an unclosed bracket or quote, a comment glued to a value).
 * Never throws; takes time in proportion to the length, which is capped.
 */
export function parseAuthenticationResults(value: string): ServerWord | null {
  if (value.length > MOST_CHARS) return null;
  const parts = split(value);
  if (parts === null || parts.length > MOST_RESULTS) return null;
  const [head, ...rest] = parts;
  const [id, version, ...more] = head?.words ?? [];
  if (id === undefined || more.length > 0 || !ID.test(id.text)) return null;
  if (version !== undefined && version.text !== "1") return null;
  const results = rest
    .filter(({ words }) => words.length > 0)
    .filter(({ words }) => words.length > 1 || words[0]?.text.toLowerCase() !== "none")
    .map(resultOf);
  if (results.some((result) => result === null)) return null;
  return {
    authservId: id.text.toLowerCase(),
    results: results.filter((result) => result !== null),
  };
}

const MOST_CHARS = 16_384;
const MOST_RESULTS = 100;
const ID = /^[!-~]{1,255}$/;

/** `=` stands for itself; a quoted string is a word without its quotes. */
type Word = { text: string; isQuoted: boolean };
type Part = { words: Word[]; comment: string };

/** The parts between semicolons, or null where a bracket or quote stays open. */
function split(value: string): Part[] | null {
  const parts: Part[] = [];
  let part: Part = { words: [], comment: "" };
  for (let at = 0; at < value.length; ) {
    if (value[at] === ";") {
      parts.push(part);
      part = { words: [], comment: "" };
      at += 1;
    } else {
      const end = SPACE.test(value[at] ?? "") ? at + 1 : takeInto(part, value, at);
      if (end === null) return null;
      at = end;
    }
  }
  return [...parts, part];
}

/** Puts the word or comment that begins here into the part. Returns where it ends; null where it cannot be read. */
function takeInto(part: Part, value: string, at: number): number | null {
  const isComment = value[at] === "(";
  const read = isComment ? readComment(value, at) : readWord(value, at, isSign(part.words.at(-1)));
  if (read === null) return null;
  if (isComment) part.comment += `${read.text} `;
  else part.words.push({ text: read.text, isQuoted: value[at] === '"' });
  return read.end;
}

type Read = { text: string; end: number } | null;

/** A comment follows a space, and a space or semicolon follows it: else it was meant to look like the end of a value. */
function readComment(value: string, start: number): Read {
  const end = closingBracket(value, start);
  const [before = " ", after = " "] = [value[start - 1], value[end ?? 0]];
  if (end === null || !/[\s;]/.test(before) || !/[\s;(]/.test(after)) return null;
  return { text: value.slice(start + 1, end - 1), end };
}

/** The place behind the bracket that closes this one; comments may lie in comments (RFC 5322 section 3.2.2). */
function closingBracket(value: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < value.length; at += 1) {
    if (value[at] === "\\") at += 1;
    else if (value[at] === "(") depth += 1;
    else if (value[at] === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

function readWord(value: string, start: number, isValue: boolean): Read {
  if (value[start] === '"') return readQuoted(value, start);
  if (value[start] === "=" && !isValue) return { text: "=", end: start + 1 };
  const pattern = isValue ? VALUE : WORD;
  pattern.lastIndex = start;
  const text = pattern.exec(value)?.[0];
  return text === undefined ? null : { text, end: start + text.length };
}

function readQuoted(value: string, start: number): Read {
  let text = "";
  for (let at = start + 1; at < value.length; at += 1) {
    const char = value[at] ?? "";
    if (char === '"') return { text, end: at + 1 };
    if (char === "\\") {
      at += 1;
      text += value[at] ?? "";
    } else text += char;
  }
  return null;
}

const SPACE = /[ \t\r\n]/;
/** Printable ASCII but what ends a word. A value may hold `=` (as addresses of bounces and base64 do), a name may not. */
const WORD = /[!#-'*-:<>-~\x80-\xff]+/y;
const VALUE = /[!#-'*-:<-~\x80-\xff]+/y;

function isSign(word: Word | undefined): boolean {
  return word?.text === "=" && !word.isQuoted;
}

/** `method[/version] = result *(name = value)`. */
function resultOf({ words, comment }: Part): MethodResult | null {
  const pairs = pairsIn(words);
  const [first, ...rest] = pairs ?? [];
  if (!first) return null;
  const properties: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { name, value } of rest) {
    if (name in properties) return null;
    properties[name] = value;
  }
  return {
    method: first.name.split("/")[0] ?? "",
    result: first.value.toLowerCase(),
    properties: { ...properties },
    comment: comment.trim().slice(0, 500),
  };
}

function pairsIn(words: readonly Word[]): { name: string; value: string }[] | null {
  const pairs: { name: string; value: string }[] = [];
  for (let at = 0; at < words.length; ) {
    const [name, sign] = [words[at], words[at + 1]];
    if (!name || name.isQuoted || !NAME.test(name.text) || !isSign(sign)) return null;
    const { value, next } = valueFrom(words, at + 2);
    if (value === null && pairs.length === 0) return null;
    // An empty envelope sender, as bounces have it.
    pairs.push({ name: name.text.toLowerCase(), value: value ?? "" });
    at = next;
  }
  return pairs.length === 0 || pairs.length > MOST_RESULTS ? null : pairs;
}

/** A quoted local part and its domain are two words. */
function valueFrom(words: readonly Word[], start: number): { value: string | null; next: number } {
  const [word, after] = [words[start], words[start + 1]];
  if (word?.isQuoted && after?.text.startsWith("@"))
    return { value: `"${word.text}"${after.text}`, next: start + 2 };
  return { value: word?.text ?? null, next: start + 1 };
}

const NAME = /^[a-z][a-z\d._/-]{0,99}$/i;
