const VOCABULARY = 20_000;
const SYLLABLES = [
  "ba",
  "den",
  "for",
  "gil",
  "ka",
  "lon",
  "mer",
  "no",
  "pas",
  "ri",
  "sul",
  "tem",
  "vo",
  "wex",
  "zan",
  "qui",
];

/** The word at a place of a text; the second word is half as common as the first, the tenth a tenth (Zipf). */
export function commonWord(text: number, place: number): string {
  const chance = fraction(text * 64 + place);
  return word(Math.floor(VOCABULARY ** chance) - 1);
}

/** The word of this rank, 0 the most common. */
export function word(rank: number): string {
  let rest = rank;
  let made = "";
  for (let syllable = 0; syllable < 4; syllable++) {
    made += SYLLABLES[rest % 16];
    rest = Math.floor(rest / 16);
  }
  return made;
}

/** Evenly between 0 and 1, always the same for the same number. */
export function fraction(n: number): number {
  let mixed = Math.imul(n ^ (n >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
