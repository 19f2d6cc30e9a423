/** A pattern that may match in a text, see `sift`. */
export type Trial = {
  /** Sticky when `starts` is given. */
  pattern: RegExp;
  /** Places of the text where a match may begin, in order; null: anywhere. */
  starts: number[] | null;
};

/** A piece of the text that was sifted, tried by itself: `at` is where it stands there. */
export type Piece = { text: string; at: number };

/** Does the pattern match in the piece? */
export function matchesIn({ pattern, starts }: Trial, { text, at }: Piece): boolean {
  if (starts === null) return pattern.test(text);
  for (const start of starts) {
    if (start < at) continue;
    if (start > at + text.length) break;
    pattern.lastIndex = start - at;
    if (pattern.test(text)) return true;
  }
  return false;
}

/** The first match of the pattern in the piece. */
export function firstMatchIn(
  { pattern, starts }: Trial,
  { text, at }: Piece,
): RegExpExecArray | null {
  if (starts === null) return pattern.exec(text);
  for (const start of starts) {
    if (start < at) continue;
    if (start > at + text.length) break;
    pattern.lastIndex = start - at;
    const found = pattern.exec(text);
    if (found) return found;
  }
  return null;
}
