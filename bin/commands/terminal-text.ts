/** What a terminal obeys or what turns the direction of a line round (Unicode UAX 9), but not the end of a line. */
const OBEYED = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** File names, mails and errors may hold what a terminal obeys: colours, titles, the clipboard. Each such character is `?`. */
export function terminalText(text: string): string {
  return text.replace(OBEYED, "?");
}

/** The same value as JSON on one line. `JSON.stringify` leaves DEL, the C1 controls (U+009B begins a sequence) and bidi marks as they are. */
export function terminalJson(value: unknown): string {
  return JSON.stringify(value).replace(
    OBEYED,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
