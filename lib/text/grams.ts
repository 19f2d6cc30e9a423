/**
 * A gram is three or four neighbouring letters as a number. Different letters may share a number (of a letter only the low
 * byte counts, capitals and small ones are alike, fours are hashed), so two texts may have a gram in common without having
 * the letters; never the other way round.
 */
const BITS = 5;
const FOURS = 1 << 16;
const THREES = 1 << (3 * BITS);
/** Set for texts with any letter outside ASCII. */
export const FOREIGN = FOURS + THREES;
export const GRAMS = FOREIGN + 1;

/** In a piece: some letter outside ASCII, whichever. */
export const OUTSIDE_ASCII = "\uffff";

/** The grams a text must have to hold this piece: of four letters, or the one of three. None for a shorter piece. */
export function gramsOf(piece: string): number[] {
  if (piece.includes(OUTSIDE_ASCII)) return [FOREIGN];
  const grams: number[] = [];
  let letters = 0;
  for (let at = 0; at < piece.length; at++) {
    letters = window(letters, piece.charCodeAt(at) & 0xff);
    if (at >= 3) grams.push(four(letters));
  }
  return piece.length === 3 ? [three(letters)] : grams;
}

/** The last four letters after one more. */
export function window(letters: number, code: number): number {
  return ((letters << BITS) ^ (code | 0x20)) & 0xfffff;
}

/** Fibonacci hashing (Knuth, volume 3, section 6.4): the tables stay small enough for the processor's cache. */
export function four(letters: number): number {
  return Math.imul(letters, 0x9e3779b1) >>> 16;
}

export function three(letters: number): number {
  return FOURS + (letters & (THREES - 1));
}

/** The grams of one text. */
export type GramNotes = {
  text: string;
  /** 1 where the text has the gram. */
  seen: Uint8Array;
  /** Each gram it has once, `count` of them. */
  found: Int32Array;
  count: number;
};

/** Several readers ask about the same few texts of a mail in turn. */
const REMEMBERED = 4;
/** The latest first. */
const NOTES = Array.from({ length: REMEMBERED }, emptyNotes);

/** The grams of a text. Good until some other texts have been noted: to be used at once and not kept. */
export function gramsIn(text: string): GramNotes {
  if (NOTES[0]?.text === text) return NOTES[0];
  const known = NOTES.findIndex((notes) => notes.text === text);
  const [notes = emptyNotes()] = NOTES.splice(known < 0 ? REMEMBERED - 1 : known, 1);
  NOTES.unshift(notes);
  if (known >= 0) return notes;
  forget(notes);
  notes.text = text;
  let letters = 0;
  for (let from = 0; from < text.length; from += BYTES.length) {
    const length = BYTES.write(text.slice(from, from + BYTES.length), "latin1");
    letters = addGrams(notes, length, letters);
  }
  if (Buffer.byteLength(text) !== text.length) {
    notes.seen[FOREIGN] = 1;
    notes.found[notes.count++] = FOREIGN;
  }
  return notes;
}

/** Gram by gram: a text has few of all there are. */
function forget(notes: GramNotes): void {
  const { seen, found, count } = notes;
  for (let index = 0; index < count; index++) seen[found[index] ?? 0] = 0;
  notes.count = 0;
}

function emptyNotes(): GramNotes {
  return { text: "", seen: new Uint8Array(GRAMS), found: new Int32Array(GRAMS), count: 0 };
}

const BYTES = Buffer.alloc(16 * 1024);

/** Goes through the bytes that lie ready; gives the last letters. */
function addGrams(notes: GramNotes, length: number, start: number): number {
  const { seen, found } = notes;
  let count = notes.count;
  let letters = start;
  for (let at = 0; at < length; at++) {
    letters = window(letters, BYTES[at] ?? 0);
    const gram = four(letters);
    if (seen[gram] === 0) {
      seen[gram] = 1;
      found[count++] = gram;
    }
    const short = three(letters);
    if (seen[short] === 0) {
      seen[short] = 1;
      found[count++] = short;
    }
  }
  notes.count = count;
  return letters;
}
