const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

/** The words of a text as the index has them: runs of letters and digits, in small letters, without accents. */
export function wordsOf(text: string): string[] {
  return folded(text).match(WORD) ?? [];
}

/** Small letters without accents, sign for sign: a place in one is the same place in the other. */
export function folded(text: string): string {
  return text.replace(TO_FOLD, (sign) => {
    if (PLAIN.test(sign)) return sign.toLowerCase();
    const bare = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === sign.length ? bare : sign;
  });
}

/** Most of a text is neither: it is left alone, for fifty whole texts are folded for one page of the search. */
const TO_FOLD = /[A-Z]+|\P{ASCII}/gu;
const PLAIN = /^[A-Z]/;
