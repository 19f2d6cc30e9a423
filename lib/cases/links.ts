/** A link in clear or defanged, with or without a scheme, is a run of signs that holds one of these. */
const LINK = ["://", "www.", "[.]", "hxxp", "http:", "https:", ".onion"];
/** A bare host name with a path: `example.org/a`. */
const HOST = /^[^\s/@]{1,253}\.[a-z]{2,24}\//i;

/** Does this run of signs between blanks lead anywhere? */
export function isLink(word: string): boolean {
  const lower = word.toLowerCase();
  return LINK.some((sign) => lower.includes(sign)) || HOST.test(word);
}
