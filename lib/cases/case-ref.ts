/** Without 0/O, 1/I/L and vowels: easy to say on the phone, and no words by accident. */
const LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/** A case reference such as `K7M2XQ9D` from random bytes (at least 8): 28^8, about 38 bits. */
export function caseRef(random: Uint8Array): string {
  return Array.from(random.slice(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join("");
}
