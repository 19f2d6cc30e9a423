const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/**
 * A stranger's words made fit for one line of our letter: no control or direction characters, no line breaks, nothing
 * that looks like one of our own gaps, `limit` characters at most.
 */
export function plainText(text: string, limit: number): string {
  const line = text
    .slice(0, limit * 4)
    .replace(UNSAFE, " ")
    .replaceAll("[[", "[")
    .replaceAll("]]", "]")
    .replaceAll("{{", "{")
    .replaceAll("}}", "}")
    .replace(/ {2,}/g, " ")
    .trim();
  return line.length > limit ? `${line.slice(0, limit - 3).trimEnd()}...` : line;
}
