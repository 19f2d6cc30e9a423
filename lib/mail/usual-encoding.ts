/** Transfer encodings that leave the bytes as they are (RFC 2045 section 6.2). */
export function isPlainEncoding(encoding: string): boolean {
  return /^(?:|[78]bit|binary)$/.test(encoding);
}

/** The body's bytes; null where senders and decoders may disagree on them. */
export function undoEncoding(body: Buffer, encoding: string): Buffer | null {
  if (isPlainEncoding(encoding)) return body;
  if (encoding === "quoted-printable") return fromQuotedPrintable(body);
  if (encoding !== "base64") return null;
  const text = body.toString("latin1");
  return /^[A-Za-z\d+/\r\n]*={0,2}$/.test(text.trimEnd()) ? Buffer.from(text, "base64") : null;
}

/** RFC 2045 section 6.7. Null where a blank ends a line, a CR stands by itself, or `=` is no escape. */
function fromQuotedPrintable(body: Buffer): Buffer | null {
  const text = body.toString("latin1");
  if (ODD.test(text)) return null;
  const plain = Buffer.allocUnsafe(body.length);
  let length = 0;
  let from = 0;
  for (let at = body.indexOf(0x3d); at >= 0; at = body.indexOf(0x3d, from)) {
    length += body.copy(plain, length, from, at);
    from = at + 3;
    const next = body[at + 1];
    if (next === LF) from = at + 2;
    else if (next !== CR && next !== undefined)
      plain[length++] = Number.parseInt(text.slice(at + 1, at + 3), 16);
  }
  length += body.copy(plain, length, Math.min(from, body.length));
  return plain.subarray(0, length);
}

const ODD = /[ \t](?:\r?\n|$)|\r(?!\n)|=(?!$|\r?\n|[\dA-Fa-f]{2})/;
const [CR, LF] = [0x0d, 0x0a];
