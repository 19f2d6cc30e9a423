/** Where a word stands: `text.slice(start, end)`. */
export type WordPlace = { start: number; end: number };

/**
 * The first words of a text: letters and digits of any script, and `#`, `/` or a dot before them. By hand, because a pattern
 * with classes of Unicode takes ten times as long.
 */
export function wordsIn(text: string, most: number): WordPlace[] {
  const words: WordPlace[] = [];
  let at = 0;
  while (at < text.length && words.length < most) {
    const start = at;
    const width = wordCharAt(text, at);
    at += width || 1;
    if (width === 0 && !PREFIXES.includes(text.charAt(start))) continue;
    while (IS_ASCII_WORD[text.charCodeAt(at)] === 1) at += 1;
    for (let next = wordCharAt(text, at); next > 0; next = wordCharAt(text, at)) at += next;
    words.push({ start, end: at });
  }
  return words;
}

const PREFIXES = "#/.";

/** How many code units a letter or digit takes that stands here; 0 for anything else and beyond the end. */
function wordCharAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return IS_ASCII_WORD[code] ?? 0;
  if (Number.isNaN(code)) return 0;
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return WORD_CHAR.test(char) ? char.length : 0;
}

const WORD_CHAR = /^[\p{L}\p{N}]$/u;
const IS_ASCII_WORD = Uint8Array.from({ length: 0x80 }, (_, code) =>
  WORD_CHAR.test(String.fromCharCode(code)) ? 1 : 0,
);
