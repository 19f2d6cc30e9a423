/**
 * A PGP cleartext-signed text without its armour (RFC 9580 section 7): begin line, hash headers and signature block go, and
 * the dash-escapes that would hide `---Start ACNS XML` or a `- ` list are undone, as often as it was signed. Text around
 * the signed block stays. Text without such a block is returned as it is.
 */
export function withoutPgpArmour(text: string): string {
  let current = text;
  for (let level = 0; level < 5 && BEGIN.test(current); level++) {
    const next = unwrapOnce(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

const BEGIN = /^-----BEGIN PGP SIGNED MESSAGE-----/m;

function unwrapOnce(text: string): string {
  const begin = BEGIN.exec(text);
  if (!begin) return text;
  const bodyStart = endOfArmourHeaders(text, begin.index + begin[0].length);
  const signature = text.indexOf("\n-----BEGIN PGP SIGNATURE-----", bodyStart - 1);
  const bodyEnd = signature < 0 ? text.length : signature;
  const closing = signature < 0 ? -1 : text.indexOf("\n-----END PGP SIGNATURE-----", signature);
  const after = closing < 0 ? "" : text.slice(closing + "\n-----END PGP SIGNATURE-----".length);
  const signed = text.slice(bodyStart, bodyEnd).replace(/^- /gm, "");
  return `${text.slice(0, begin.index)}${signed}${after}`;
}

/** `Hash: SHA256` and the like up to the empty line. A text without any keeps its first line. */
function endOfArmourHeaders(text: string, from: number): number {
  HEADERS.lastIndex = from;
  return from + (HEADERS.exec(text)?.[0].length ?? 0);
}

const HEADERS = /[ \t]*\n(?:[A-Z][A-Za-z-]{1,20}: [^\n]{0,200}\n){0,8}(?:[ \t]*\n)?/y;
