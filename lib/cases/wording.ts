/** A word of a letter, or a block of facts (indented lines), with its place in the text. */
export type Piece = { text: string; start: number; end: number; isFact: boolean };

const FACT_LINE = /^ {4}\S/;
const MAX_TEXT = 100_000;

/** The letter in pieces: line breaks do not count, since a longer address moves them. A block of facts is one piece. */
export function piecesOf(letter: string): Piece[] {
  const text = letter.slice(0, MAX_TEXT);
  const pieces: Piece[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    if (FACT_LINE.test(line)) addFacts(pieces, text, at, at + line.length);
    else pieces.push(...wordsOf(line, at));
    at += line.length + 1;
  }
  return pieces;
}

/**
 * Where two letters say the same about other facts: the places of the pieces that differ, or null when they are worded
 * otherwise. A fact holds a digit, an @ or a dot inside; a plain word that differs says something else.
 */
export function differences(sample: readonly Piece[], other: readonly Piece[]): number[] | null {
  if (sample.length !== other.length) return null;
  const places: number[] = [];
  for (const [at, piece] of sample.entries()) {
    const its = other[at];
    if (its === undefined || its.text === piece.text) continue;
    if (!piece.isFact || !its.isFact) return null;
    places.push(at);
  }
  return places;
}

function addFacts(pieces: Piece[], text: string, start: number, end: number): void {
  const last = pieces.at(-1);
  const goesOn = last?.text.includes("    ") && last.isFact && last.end === start - 1;
  const from = goesOn && last ? last.start : start;
  const piece = { text: text.slice(from, end), start: from, end, isFact: true };
  if (goesOn) pieces.pop();
  pieces.push(piece);
}

function wordsOf(line: string, offset: number): Piece[] {
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    start: offset + index,
    end: offset + index + text.length,
    isFact: isFact(text),
  }));
}

function isFact(word: string): boolean {
  return /[\d@]/.test(word) || /[\p{L}\p{N}]\.[\p{L}\p{N}]/u.test(word);
}
