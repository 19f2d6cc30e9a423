/**
 * Strict base64, padded or not: null unless the text is exactly what encoding the result gives. A lenient reader lets
 * the spare bits of the last character vary, and a changed signature would still count as the same.
 */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  const bare = (coded: string) => coded.replace(/(?<!=)=+$/, "");
  return bytes.length > 0 && bare(bytes.toString("base64")) === bare(text) ? bytes : null;
}
