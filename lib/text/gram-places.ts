import { FOREIGN, four, GRAMS, three, window } from "./grams.ts";

/** Where grams stand in one text. Good until the next text is read: to be used at once and not kept. */
export type GramPlaces = {
  /** 1 where the text has the gram. */
  seen: Uint8Array;
  /** The last four letters at each place. */
  windows: Int32Array;
  /** Pairs, in the order of the text: a gram that was looked for, and the place of its last letter. `length` numbers. */
  found: Int32Array;
  length: number;
};

let bytes = Buffer.alloc(0);
const places: GramPlaces = {
  seen: new Uint8Array(GRAMS),
  windows: new Int32Array(0),
  found: new Int32Array(0),
  length: 0,
};

/** One pass over a text: which grams it has, and where those stand that `wanted` marks with 1. */
export function gramPlaces(text: string, wanted: Uint8Array): GramPlaces {
  const { seen } = places;
  makeRoom(text.length);
  seen.fill(0);
  bytes.write(text, "latin1");
  noteGrams(text.length, wanted);
  if (Buffer.byteLength(text) !== text.length) seen[FOREIGN] = 1;
  return places;
}

function makeRoom(length: number): void {
  if (bytes.length >= length) return;
  bytes = Buffer.alloc(2 * length);
  places.windows = new Int32Array(2 * length);
  places.found = new Int32Array(8 * length);
}

function noteGrams(length: number, wanted: Uint8Array): void {
  const { seen, windows, found } = places;
  const codes = bytes;
  let letters = 0;
  let count = 0;
  for (let at = 0; at < length; at++) {
    letters = window(letters, codes[at] ?? 0);
    windows[at] = letters;
    const long = four(letters);
    const short = three(letters);
    seen[long] = 1;
    seen[short] = 1;
    if (wanted[long] === 1) {
      found[count++] = long;
      found[count++] = at;
    }
    if (wanted[short] === 1) {
      found[count++] = short;
      found[count++] = at;
    }
  }
  places.length = count;
}
