import { four, OUTSIDE_ASCII, three, window } from "./grams.ts";

/** How a match begins, as grams. */
export type Beginning = {
  gram: number;
  /** From the start of the match to the last letter of the gram. */
  back: number;
  /** Pairs: how much further on (or back, below zero), and the last four letters there. */
  others: number[];
};

/** Of texts one of which stands where a match starts those that say it all. Null: one is too short to look for. */
export function tellingStarts(starts: string[]): string[] | null {
  const plain = [...new Set(starts.map((start) => start.split(OUTSIDE_ASCII, 1)[0] ?? ""))];
  if (plain.some((start) => start.length < LEAST_LETTERS)) return null;
  return plain
    .filter((start) => !plain.some((other) => other !== start && start.startsWith(other)))
    .map((start) => start.slice(0, MOST_LETTERS));
}

const LEAST_LETTERS = 3;
/** So much of a long beginning tells as much as all. */
const MOST_LETTERS = 24;
/** Letters of a window. */
const WINDOW = 4;

/** A telling start as what is looked for: of its grams the rarest, and enough others to cover it. */
export function beginning(start: string, common: Uint32Array): Beginning {
  if (start.length < WINDOW) return { gram: three(lettersAt(start, 2)), back: 2, others: [] };
  const ends = [...start.slice(WINDOW - 1)].map((_, index) => index + WINDOW - 1);
  const frequency = (end: number) => common[four(lettersAt(start, end))] ?? 0;
  const back = ends.reduce((best, end) => (frequency(end) < frequency(best) ? end : best));
  const last = start.length - 1;
  const covering = ends.filter((end) => end % WINDOW === WINDOW - 1 || end === last);
  const others = covering.filter((end) => end !== back);
  return {
    gram: four(lettersAt(start, back)),
    back,
    others: others.flatMap((end) => [end - back, lettersAt(start, end)]),
  };
}

/** The last four letters up to and with this one. */
function lettersAt(text: string, end: number): number {
  let letters = 0;
  for (let at = Math.max(0, end - WINDOW + 1); at <= end; at++)
    letters = window(letters, text.charCodeAt(at) & 0xff);
  return letters;
}
