import { isUtf8 } from "node:buffer";

export type DecodedText = {
  text: string;
  /** WHATWG name of the encoding used. */
  charset: string;
  /** True when the declared charset was missing the mark: unknown, or the bytes are not valid in it. */
  doubtful: boolean;
};

/**
 * Bytes to text. The declared charset is used when it is known and fits; otherwise a byte order mark, ISO-2022 escapes,
 * valid UTF-8, and last the Western code page decide. Never throws. UTF-7 is never decoded (it can carry markup past
 * a filter; mailparser and libmime refuse it too).
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked, false);
  const wanted = knownCharset(declared);
  if (wanted && !VAGUE.has(wanted)) return decodeAs(bytes, wanted, false);
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null && !(wanted === null && hasIso2022Escapes(bytes))) {
    return { text: utf8, charset: "utf-8", doubtful: declared !== null && wanted === null };
  }
  if (utf8 !== null) return decodeAs(bytes, "iso-2022-jp", true);
  const fallback = wanted && wanted !== "utf-8" ? wanted : "windows-1252";
  return decodeAs(bytes, fallback, wanted !== fallback);
}

/** Declared so often by default that valid UTF-8 is believed over them. `us-ascii` and `iso-8859-1` are windows-1252 to WHATWG. */
const VAGUE = new Set(["utf-8", "windows-1252"]);

/** Names mail uses that the Encoding Standard does not list. */
const ALIASES: Record<string, string> = {
  cp1250: "windows-1250",
  cp1251: "windows-1251",
  cp1252: "windows-1252",
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  ansi: "windows-1252",
  iso88591: "windows-1252",
  utf8mb4: "utf-8",
  "unicode-1-1-utf-8": "utf-8",
  "iso-2022-jp-1": "iso-2022-jp",
  "iso-2022-jp-2": "iso-2022-jp",
  "iso-8859-1-windows-3.1-latin-1": "windows-1252",
};

/** What nearly all mail declares, told without making a decoder. */
const USUAL = new Map([
  ["utf-8", "utf-8"],
  ["us-ascii", "windows-1252"],
  ["iso-8859-1", "windows-1252"],
]);

function knownCharset(declared: string | null): string | null {
  const name = (declared ?? "")
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, "");
  if (name === "" || name.length > 60) return null;
  if (USUAL.has(name)) return USUAL.get(name) ?? null;
  const resolved = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name;
  try {
    return new TextDecoder(resolved).encoding;
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, charset: string, doubtful: boolean): DecodedText {
  try {
    return { text: new TextDecoder(charset).decode(bytes), charset, doubtful };
  } catch {
    return { text: Buffer.from(bytes).toString("latin1"), charset: "latin1", doubtful: true };
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? UTF8.decode(bytes) : null;
}

const UTF8 = new TextDecoder("utf-8");

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** `ESC $ B` or `ESC $ @` near the start: Japanese mail without a charset. */
function hasIso2022Escapes(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  for (let i = head.indexOf(0x1b); i >= 0; i = head.indexOf(0x1b, i + 1)) {
    if (head[i + 1] === 0x24 && (head[i + 2] === 0x42 || head[i + 2] === 0x40)) return true;
  }
  return false;
}
