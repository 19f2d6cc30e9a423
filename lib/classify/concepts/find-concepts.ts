import { type WordPlace, wordsIn } from "./words-in.ts";

/** Where words of a concept stand in a text, counted in words; `said` is the word as it stands there. */
export type Sighting = { at: number; said: string };
export type Sightings = ReadonlyMap<string, readonly Sighting[]>;
/** By the first letters of a word, and in these by the letter that follows, which few have in common. */
export type ConceptIndex = ReadonlyMap<string, Alike>;
type Alike = { short: Beginning[]; byNext: Map<number, Beginning[]> };
type Beginning = { concept: string; text: string; whole: boolean };

/** Characters and words looked at: who writes himself says what he wants in his first page. */
const MOST_CHARS = 3_500;
const MOST_WORDS = 600;
/** A concept said more often than this is said often enough. */
const MOST_SIGHTINGS = 24;
/** Beginnings are found by their first letters. */
const KEY = 3;

/** Makes the tables ready for {@link findConcepts}. */
export function indexConcepts(tables: readonly Record<string, string>[]): ConceptIndex {
  const index = new Map<string, Beginning[]>();
  for (const [concept, words] of tables.flatMap((table) => Object.entries(table))) {
    for (const word of fold(words)
      .split(",")
      .map((each) => each.trim())) {
      const whole = word.startsWith("=");
      const text = whole ? word.slice(1) : word;
      const key = keyOf(text);
      const alike = index.get(key);
      if (alike) alike.push({ concept, text, whole });
      else index.set(key, [{ concept, text, whole }]);
    }
  }
  return new Map(
    [...index].map(([key, alike]) => [key, byNext([...alike, ...shorter(key, index)])]),
  );
}

/** A longer word may also have a beginning of one letter less. */
function shorter(key: string, index: ReadonlyMap<string, Beginning[]>): Beginning[] {
  return key.length === KEY ? (index.get(key.slice(0, KEY - 1)) ?? []) : [];
}

function byNext(all: Beginning[]): Alike {
  const next = ({ text }: Beginning) => (text.length > KEY ? text.charCodeAt(KEY) : null);
  const letters = new Set(all.flatMap((each) => next(each) ?? []));
  const among = (letter: number | null) =>
    all.filter((each) => next(each) === letter || next(each) === null);
  return { short: among(null), byNext: new Map([...letters].map((one) => [one, among(one)])) };
}

/** Every concept of the index in this text. Linear in the text, which is cut at a page. */
export function findConcepts(text: string, index: ConceptIndex): Sightings {
  const found = new Map<string, Sighting[]>();
  const folded = fold(text.slice(0, MOST_CHARS));
  for (const [at, word] of wordsIn(folded, MOST_WORDS).entries()) {
    const { start, end } = word;
    for (const { concept, text: beginning, whole } of beginningsAt(folded, word, index)) {
      if (!stands(folded, start, beginning, whole)) continue;
      const said = beginning.includes(" ") ? beginning : folded.slice(start, end);
      note(found, concept, { at, said });
    }
  }
  return found;
}

/** The first letters of a beginning's first word. */
function keyOf(beginning: string): string {
  const [first = ""] = wordsIn(beginning, 1).map(({ start, end }) => beginning.slice(start, end));
  return first.length > 1 && beginning.startsWith(first)
    ? first.slice(0, KEY)
    : beginning.slice(0, KEY - 1);
}

/** Those the word that stands here may be. */
function beginningsAt(
  text: string,
  { start, end }: WordPlace,
  index: ConceptIndex,
): readonly Beginning[] {
  const key = text.slice(start, Math.min(end, start + KEY));
  const alike = index.get(key) ?? (key.length < KEY ? undefined : index.get(key.slice(0, -1)));
  return alike?.byNext.get(text.charCodeAt(start + KEY)) ?? alike?.short ?? NONE;
}

const NONE: readonly Beginning[] = [];

/** Each word counts once a concept, and only so often. */
function note(found: Map<string, Sighting[]>, concept: string, sighting: Sighting): void {
  const seen = found.get(concept);
  if (!seen) found.set(concept, [sighting]);
  else if (seen.length < MOST_SIGHTINGS && seen.at(-1)?.at !== sighting.at) seen.push(sighting);
}

/** Lower case without accents, so that what is typed on any keyboard is found. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("’", "'");
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

function stands(text: string, at: number, beginning: string, whole: boolean): boolean {
  if (!text.startsWith(beginning, at)) return false;
  return !whole || !/[\p{L}\p{N}]/u.test(text.charAt(at + beginning.length));
}
