import type { SplitMail } from "./split-mime.ts";
import { isPlainEncoding } from "./usual-encoding.ts";

/** What the headers of a part say of it. `boundary`: what its own parts are told apart by, null for a leaf. */
export type UsualPart = {
  contentType: string;
  charset: string | null;
  flowed: boolean;
  delSp: boolean;
  filename: string | null;
  disposition: string | null;
  encoding: string;
  boundary: string | null;
};

/** Null unless each MIME header (RFC 2045, RFC 2183) stands there once or not at all, in its plainest form. */
export function usualPart(headerLines: SplitMail["headerLines"]): UsualPart | null {
  const { type, disposition, encoding, twice } = mimeHeaders(headerLines);
  const placed = structured(disposition ?? "inline");
  const told = structured(type ?? (disposition === null ? "text/plain" : ""));
  if (twice || !placed || !told?.value.includes("/")) return null;
  const param = (name: string) => told.params.get(name) ?? null;
  const filename = (placed.params.get("filename") ?? param("name")) || null;
  const part = {
    contentType: told.value === UNNAMED && filename !== null ? typeByName(filename) : told.value,
    charset: param("charset"),
    flowed: param("format")?.toLowerCase() === "flowed",
    delSp: param("delsp")?.toLowerCase() === "yes",
    filename,
    disposition: disposition === null ? null : placed.value,
    encoding: (encoding ?? "").toLowerCase(),
    boundary: param("boundary"),
  };
  return isPlain(part) ? part : null;
}

type MimeHeader = "type" | "disposition" | "encoding";

function mimeHeaders(headerLines: SplitMail["headerLines"]) {
  const found: Record<MimeHeader, string | null> = {
    type: null,
    disposition: null,
    encoding: null,
  };
  let twice = false;
  for (const { name, line } of headerLines) {
    const key = name.startsWith("content-") ? MIME_HEADERS.get(name) : undefined;
    if (key === undefined) continue;
    twice ||= found[key] !== null;
    found[key] = line.slice(name.length + 1).trim();
  }
  return { ...found, twice };
}

const MIME_HEADERS = new Map<string, MimeHeader>([
  ["content-type", "type"],
  ["content-disposition", "disposition"],
  ["content-transfer-encoding", "encoding"],
]);

/** Only a multipart has parts, and its own encoding means nothing. */
function isPlain({ contentType, boundary, encoding }: UsualPart): boolean {
  if (contentType.startsWith("multipart/"))
    return boundary !== null && boundary !== "" && isPlainEncoding(encoding);
  return boundary === null && contentType !== "";
}

const UNNAMED = "application/octet-stream";

/** What the parser makes of a file of no type, by its name; empty for names it has to be asked about. */
function typeByName(filename: string): string {
  return TYPES.get(/^[\w .@-]{1,100}\.([a-z]{3,4})$/.exec(filename)?.[1] ?? "") ?? "";
}

const TYPES = new Map([
  ["csv", "text/csv"],
  ["txt", "text/plain"],
  ["xml", "application/xml"],
  ["zip", "application/zip"],
  ["pdf", "application/pdf"],
  ["jpg", "image/jpeg"],
  ["cer", "application/pkix-cert"],
]);

type Structured = { value: string; params: Map<string, string> };

/** A value and its parameters, each once, in tokens or quotes of ASCII; no comments, escapes, encoded words or RFC 2231. */
function structured(text: string): Structured | null {
  const value = VALUE.exec(text)?.[0];
  if (value === undefined || text.includes("=?")) return null;
  const params = new Map<string, string>();
  PARAMETER.lastIndex = value.length;
  const end = text.endsWith(";") ? text.length - 1 : text.length;
  while (PARAMETER.lastIndex < end) {
    const [, name = "", quoted, token = ""] = PARAMETER.exec(text) ?? [];
    if (name === "" || params.has(name.toLowerCase())) return null;
    params.set(name.toLowerCase(), quoted ?? token);
  }
  return { value: value.toLowerCase(), params };
}

const VALUE = /^[a-z]{1,20}(?:\/[a-z\d][\w.+-]{0,80})?(?=;|$)/i;
/** What stands in quotes begins and ends with no blank. */
const PARAMETER =
  /;\s{0,5}([a-z][a-z-]{0,20})\s?=\s?(?:"((?! )[ !#-'*-[\]-~]{0,200}(?<! ))"|([\w.+/=:-]{1,200}))(?=;|$)/iy;
