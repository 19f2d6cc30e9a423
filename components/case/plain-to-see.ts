/** Marks that turn the direction of a text round (Unicode UAX 9), and controls but line ends and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A stranger's text as the desk reads it: a mark that would show an address backwards is a character to see. As long as
 * before, for places in the text are counted.
 */
export function plainToSee(text: string): string {
  return text.replace(UNSEEN, "\ufffd");
}
