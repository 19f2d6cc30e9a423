/** Characters looked at and distinct words kept of one mail. */
const MOST_CHARS = 20_000;
const MOST_WORDS = 400;
/** Addresses, numbers, tickets and URLs say who and when, never what kind. */
const NO_WORDS = /\bhttps?:\S{1,500}|\S{1,64}@\S{1,255}|\b[\w.:[\]-]{0,60}\d[\w.:[\]-]{0,60}/g;

/**
 * The distinct words of a text, lower case, for the model; in any script. A word counts once a mail, so that a log of a
 * thousand lines does not shout down the sentence above it.
 */
export function modelWords(text: string): string[] {
  const words = text
    .slice(0, MOST_CHARS)
    .toLowerCase()
    .replace(NO_WORDS, " ")
    .match(/\p{L}[\p{L}'-]{1,29}/gu);
  return [...new Set(words ?? [])].slice(0, MOST_WORDS);
}
