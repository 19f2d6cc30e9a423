/**
 * Form fields, and tor on Windows, write CRLF throughout. A lone CR inside a line belongs to it and is signed. Signed
 * documents are read with one character a byte (latin1), so that offsets and digests stay true.
 */
export function unixLines(text: string): string {
  return /(^|[^\r])\n/.test(text) ? text : text.replaceAll("\r\n", "\n");
}
