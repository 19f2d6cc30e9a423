import { decodeBase64 } from "./decode-base64.ts";

/** The object of the given kind that directly follows a keyword's line, decoded; null when missing or malformed. */
export function pemAfter(text: string, keyword: string, kind: string): Buffer | null {
  const mark = `\n${keyword}\n-----BEGIN ${kind}-----\n`;
  const at = text.indexOf(mark);
  if (at < 0) return null;
  const from = at + mark.length;
  const to = text.indexOf(`\n-----END ${kind}-----`, from);
  return to < 0 || to - from > 4000
    ? null
    : decodeBase64(text.slice(from, to).replaceAll("\n", ""));
}
