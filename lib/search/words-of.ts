const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

/** The words of a text as the index has them: runs of letters and digits, in small letters, without accents. */
export function wordsOf(text: string): string[] {
  return folded(text).match(WORD) ?? [];
}

/** Small letters without accents, sign for sign: a place in one is the same place in the other. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return Array.from(text, (sign) => {
    const bare = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === sign.length ? bare : sign;
  }).join("");
}

const PLAIN = /^\p{ASCII}*$/u;
