import { gunzipSync } from "node:zlib";

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

/**
 * In which forms a word of ASCII letters stands in these bytes: plain, in capitals, quoted-printable broken over lines, UTF-16
 * of either order, hex, base64 at each of its three places, or inside something gzipped.
 */
export function inAnyForm(bytes: Buffer, word: string): string[] {
  const found = Object.entries(formsOf(word)).flatMap(([form, needle]) =>
    bytes.includes(needle) ? [form] : [],
  );
  if (
    bytes
      .toString("latin1")
      .replace(/=\r?\n/g, "")
      .includes(word) &&
    !found.includes("plain")
  )
    found.push("quoted-printable");
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1))
    if (unpacked(bytes.subarray(at)).includes(word)) found.push("gzip");
  return found;
}

function formsOf(word: string): Record<string, Buffer> {
  const plain = Buffer.from(word);
  const wide = Buffer.from(word, "utf16le");
  return {
    plain,
    capitals: Buffer.from(word.toUpperCase()),
    "utf-16le": wide,
    "utf-16be": Buffer.from(wide).swap16(),
    hex: Buffer.from(plain.toString("hex")),
    "hex in capitals": Buffer.from(plain.toString("hex").toUpperCase()),
    // Where it begins within three bytes decides the letters: what depends on its neighbours is cut off.
    "base64 at 0": Buffer.from(plain.toString("base64").slice(0, 12)),
    "base64 at 1": Buffer.from(Buffer.from(`x${word}`).toString("base64").slice(2, 14)),
    "base64 at 2": Buffer.from(Buffer.from(`xx${word}`).toString("base64").slice(3, 15)),
  };
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: 10_000_000 });
  } catch {
    return Buffer.alloc(0);
  }
}
