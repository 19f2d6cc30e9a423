import { decodeText } from "./decode-text.ts";

/**
 * Header value as the sender meant it: unfolded, RFC 2047 encoded words decoded, and free of characters that act instead
 * of being read (controls, line breaks an encoded word can smuggle in, bidi overrides). `raw` is one char per byte.
 */
export function decodeHeaderText(raw: string): string {
  if (PLAIN.test(raw)) return raw.trim();
  return cleanHeaderText(decodeEncodedWords(bytesToText(raw)));
}

/** What nothing has to be done with: most headers. */
const PLAIN = /^(?!.*=\?)[ -~]*$/;

/** 8-bit header bytes (RFC 6532, or just wrong) as text: UTF-8 when valid, else the Western code page. */
export function bytesToText(raw: string): string {
  if (!HIGH.test(raw)) return raw;
  return decodeText(Buffer.from(raw, "latin1"), null).text;
}

const HIGH = /[\x80-\uffff]/;

/** Removes what must never reach a screen, a header or a log line: C0, C1, line separators, bidi controls, zero-width. */
export function cleanHeaderText(text: string): string {
  return text.replace(BREAKS, " ").replace(INVISIBLE, "").trim();
}

const BREAKS = /[\t\n\v\f\r\x85\u2028\u2029][\t\n\v\f\r \x85\u2028\u2029]*/g;
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
  /[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** RFC 2047; neighbouring words of one charset are joined as bytes first, as many senders split inside a character. */
export function decodeEncodedWords(text: string): string {
  if (!text.includes("=?")) return text;
  const pieces: (string | { charset: string; bytes: Buffer[] })[] = [];
  let end = 0;
  for (const match of text.matchAll(ENCODED_WORD)) {
    const [whole, charsetAndLanguage = "", encoding = "", body = ""] = match;
    const charset = (charsetAndLanguage.split("*", 1)[0] ?? "").toLowerCase();
    const between = text.slice(end, match.index);
    const before = pieces.at(-1);
    end = match.index + whole.length;
    if (typeof before === "object" && between.trim() === "" && before.charset === charset) {
      before.bytes.push(wordBytes(encoding, body));
      continue;
    }
    if (typeof before !== "object" || between.trim() !== "") pieces.push(between);
    pieces.push({ charset, bytes: [wordBytes(encoding, body)] });
  }
  return (
    pieces.map((piece) => (typeof piece === "string" ? piece : decodeWord(piece))).join("") +
    text.slice(end)
  );
}

const ENCODED_WORD = /=\?([^?\s]{1,40})\?([bq])\?([^?]{0,4000})\?=/gi;

function decodeWord(word: { charset: string; bytes: Buffer[] }): string {
  return decodeText(Buffer.concat(word.bytes), word.charset).text;
}

function wordBytes(encoding: string, body: string): Buffer {
  if (encoding.toLowerCase() === "b") return Buffer.from(body, "base64");
  const plain = body
    .replaceAll("_", " ")
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}
