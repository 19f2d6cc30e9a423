/** Where words of a concept stand in a text, counted in words; `said` is the word as it stands there. */
export type Sighting = { at: number; said: string };
export type Sightings = ReadonlyMap<string, readonly Sighting[]>;
export type ConceptIndex = ReadonlyMap<string, readonly Beginning[]>;

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
      index.set(key, [...(index.get(key) ?? []), { concept, text, whole }]);
    }
  }
  return index;
}

/** Every concept of the index in this text. Linear in the text, which is cut at a page. */
export function findConcepts(text: string, index: ConceptIndex): Sightings {
  const found = new Map<string, Sighting[]>();
  const folded = fold(text.slice(0, MOST_CHARS));
  const words = [...folded.matchAll(WORD)].slice(0, MOST_WORDS);
  for (const [at, match] of words.entries()) {
    for (const { concept, text: beginning, whole } of beginningsOf(match[0], index)) {
      if (!stands(folded, match.index, beginning, whole)) continue;
      note(found, concept, { at, said: beginning.includes(" ") ? beginning : match[0] });
    }
  }
  return found;
}

/** The first letters of a beginning's first word. */
function keyOf(beginning: string): string {
  const [first = ""] = beginning.match(WORD) ?? [];
  return first.length > 1 && beginning.startsWith(first)
    ? first.slice(0, KEY)
    : beginning.slice(0, KEY - 1);
}

/** Those this word may be; a longer word may also have a beginning of one letter less. */
function beginningsOf(word: string, index: ConceptIndex): readonly Beginning[] {
  const alike = index.get(word.slice(0, KEY)) ?? [];
  const shorter = word.length < KEY ? undefined : index.get(word.slice(0, KEY - 1));
  return shorter ? [...alike, ...shorter] : alike;
}

/** Each word counts once a concept, and only so often. */
function note(found: Map<string, Sighting[]>, concept: string, sighting: Sighting): void {
  const seen = found.get(concept) ?? [];
  if (seen.length >= MOST_SIGHTINGS || seen.at(-1)?.at === sighting.at) return;
  found.set(concept, [...seen, sighting]);
}

const WORD = /[\p{L}\p{N}#/.][\p{L}\p{N}]*/gu;

/** Lower case without accents, so that what is typed on any keyboard is found. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("’", "'");
}

function stands(text: string, at: number, beginning: string, whole: boolean): boolean {
  if (!text.startsWith(beginning, at)) return false;
  return !whole || !/[\p{L}\p{N}]/u.test(text.charAt(at + beginning.length));
}
