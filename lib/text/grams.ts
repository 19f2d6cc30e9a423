/**
 * A gram is three or four neighbouring letters as a number. Different letters may share a number (of a letter only the low
 * byte counts, capitals and small ones are alike, fours are hashed), so two texts may have a gram in common without having
 * the letters; never the other way round.
 */
const BITS = 5;
const FOURS = 1 << 16;
const THREES = 1 << (3 * BITS);
export const GRAMS = FOURS + THREES;

/** The grams a text must have to hold this piece: of four letters, or the one of three. None for a shorter piece. */
export function gramsOf(piece: string): number[] {
  const grams: number[] = [];
  let letters = 0;
  for (let at = 0; at < piece.length; at++) {
    letters = window(letters, piece.charCodeAt(at) & 0xff);
    if (at >= 3) grams.push(four(letters));
  }
  return piece.length === 3 ? [three(letters)] : grams;
}

/** The last four letters after one more. */
function window(letters: number, code: number): number {
  return ((letters << BITS) ^ (code | 0x20)) & 0xfffff;
}

/** Fibonacci hashing (Knuth, volume 3, section 6.4): the tables stay small enough for the processor's cache. */
function four(letters: number): number {
  return Math.imul(letters, 0x9e3779b1) >>> 16;
}

function three(letters: number): number {
  return FOURS + (letters & (THREES - 1));
}

/** The grams of one text after another: `note` forgets the text before. */
export class GramNotes {
  /** 1 where the text has the gram. */
  readonly seen = new Uint8Array(GRAMS);
  readonly #found = new Int32Array(GRAMS);
  readonly #bytes = Buffer.alloc(16 * 1024);

  /** Reads a text; gives each of its grams once. */
  note(text: string): Int32Array {
    this.seen.fill(0);
    let count = 0;
    let letters = 0;
    for (let from = 0; from < text.length; from += this.#bytes.length) {
      const length = this.#bytes.write(text.slice(from, from + this.#bytes.length), "latin1");
      ({ letters, count } = this.#add(length, letters, count));
    }
    return this.#found.subarray(0, count);
  }

  /** Goes through the bytes that lie ready. */
  #add(length: number, start: number, known: number): { letters: number; count: number } {
    const { seen } = this;
    const found = this.#found;
    const bytes = this.#bytes;
    let count = known;
    let letters = start;
    for (let at = 0; at < length; at++) {
      letters = window(letters, bytes[at] ?? 0);
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
    return { letters, count };
  }
}
