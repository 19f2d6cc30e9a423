import type { Document } from "./documents.ts";
import type { Field } from "./facts.ts";

const MAX_FIELDS = 400;
const VALUE_CHARS = 1_000;

/** `Key: value` lines of a text (RFC 5965 reports, X-ARF's YAML, fact blocks in prose), also quoted with `> `. Keys in lower case. */
export function readFields(document: Document): Field[] {
  const fields: Field[] = [];
  for (const match of document.text.matchAll(FIELD)) {
    const value = unquoted(match[2] ?? "");
    const start =
      match.index +
      match[0].indexOf(match[2] ?? "", (match[1] ?? "").length) +
      (match[2] ?? "").indexOf(value);
    fields.push({ key: (match[1] ?? "").trim().toLowerCase(), value, document, start });
    if (fields.length >= MAX_FIELDS) break;
  }
  return fields;
}

const FIELD =
  /^[>\t ]{0,12}(?:[-*•][ \t]{1,3})?([A-Za-z][\w .()/'#-]{0,38}?)[ \t]{0,20}[:=][ \t]{0,30}(\S[^\n]{0,1000})$/gm;

function unquoted(text: string): string {
  return text
    .slice(0, VALUE_CHARS)
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2");
}

/** The first field of that key (lower case) with a value. */
export function fieldOf(fields: Field[], ...keys: string[]): Field | null {
  return fields.find((field) => keys.includes(field.key)) ?? null;
}

/**
 * `"key": value` pairs of a JSON text in order, strings unescaped, whatever is wrong with the text around them: reports
 * arrive with `n/a` for numbers and unfilled placeholders. Keys in lower case, nesting ignored.
 */
export function readJsonPairs(document: Document): Field[] {
  const fields: Field[] = [];
  for (const match of document.text.matchAll(PAIR)) {
    const value = match[2] === undefined ? (match[3] ?? "") : unescaped(match[2]);
    if (value === "") continue;
    const start =
      match.index + match[0].length - (match[2] === undefined ? value.length : match[2].length + 1);
    fields.push({ key: (match[1] ?? "").toLowerCase(), value, document, start });
    if (fields.length >= MAX_FIELDS) break;
  }
  return fields;
}

const PAIR =
  /"([A-Za-z][\w-]{0,60})"\s{0,20}:\s{0,20}(?:"((?:[^"\\\n]|\\.){0,100000})"|([\w.+:/#-]{1,100}))/g;

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
