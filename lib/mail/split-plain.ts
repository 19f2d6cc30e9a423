import type { SplitMail } from "./split-mime.ts";
import { endOfHeaders } from "./trim-mail.ts";

/**
 * A mail that is one text and nothing else, split without a MIME parser: most robots write such mails, and building
 * streams for them costs more than all of reading them. Null for every other mail, and for headers with anything unusual
 * about them. Gives what `splitMime` would.
 */
export function splitPlain(raw: Buffer): SplitMail | null {
  const end = endOfHeaders(raw, 0);
  const body = end + (raw[end] === 0x0d ? 2 : 1);
  const block = raw.toString("latin1", 0, end);
  if (body >= raw.length || !USUAL_HEADERS.test(block)) return null;
  const headerLines = block
    .replace(/\r?\n$/, "")
    .split(/\r?\n(?![ \t])/)
    .map((line) => ({
      name: line.slice(0, line.indexOf(":")).toLowerCase(),
      line: line.replace(/\r?\n/g, "\r\n"),
    }));
  const type = plainType(headerLines);
  const bytes = type && decoded(raw.subarray(body), type.encoding);
  if (type === null || bytes === null) return null;
  const { contentType, charset } = type;
  const leaf = { id: "1", contentType, charset, ...NO_PARAMETERS, bytes };
  return { headerLines, leaves: [leaf], refused: null };
}

const NO_PARAMETERS = { flowed: false, delSp: false, filename: null, disposition: null };

/** Each line a name, colon and value, or the fold of the one before. */
const USUAL_HEADERS = /^(?:[!-9;-~]{1,76}:[^\r\n]*(?:\r?\n[ \t]+[^\s][^\r\n]*)*\r?\n)+$/;

/** Null unless the headers say, once each or not at all, that this is a text of its own. */
function plainType(
  headerLines: SplitMail["headerLines"],
): { contentType: string; charset: string | null; encoding: string } | null {
  const mime = headerLines.filter(({ name }) => name.startsWith("content-"));
  const value = (name: string) => {
    const found = mime.filter((line) => line.name === name);
    return found.length > 1 ? null : (found[0]?.line.slice(name.length + 1).trim() ?? "");
  };
  const encoding = value("content-transfer-encoding")?.toLowerCase();
  const type = TYPE.exec(value("content-type") ?? "twice");
  if (!type || encoding === undefined || value("content-disposition") !== "") return null;
  const [, contentType = "text/plain", , charset = null] = type;
  return { contentType: contentType.toLowerCase(), charset, encoding };
}

const TYPE = /^(?:(text\/(?:plain|html))(?:;\s{0,3}charset=("?)([\w.-]{1,40})\2)?)?$/i;

/** The body's bytes; null where senders and decoders may disagree on them. */
function decoded(body: Buffer, encoding: string): Buffer | null {
  if (/^(?:|[78]bit|binary)$/.test(encoding)) return body;
  if (encoding === "quoted-printable") return fromQuotedPrintable(body.toString("latin1"));
  if (encoding !== "base64") return null;
  const text = body.toString("latin1");
  return /^[A-Za-z\d+/\r\n]*={0,2}\s*$/.test(text) ? Buffer.from(text, "base64") : null;
}

/** RFC 2045 section 6.7: blanks at line ends and soft line ends go, what is no escape stays as it is. */
function fromQuotedPrintable(text: string): Buffer | null {
  if (/[ \t](?:\r?\n|$)|\r(?!\n)/.test(text)) return null;
  const plain = text
    .replace(/=(?:\r?\n|$)/g, "")
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(plain, "latin1");
}
