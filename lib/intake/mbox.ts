import { MAX_MAIL_BYTES } from "./mail-size.ts";

const LF = 0x0a;
const CR = 0x0d;
const GREATER = 0x3e;
const FROM = Buffer.from("\nFrom ");
const QUOTED_FROM = Buffer.from(">From ");
/** A separator line is short; RFC 4155 names no limit, the longest address is 254 characters. */
const MAX_SEPARATOR = 500;
/** What the dates of separators have in common, whatever their order (asctime of RFC 4155 and its many variants). */
const MONTH = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/;
const CLOCK = /\b(\d{1,2}:\d{2}(?::\d{2})?)\b/;
const YEAR = /\b((?:19|20)\d{2})\b/;
const DAY = /(?:^| )(\d{1,2})(?= |,|$)/;
const ZONE = /(?:^| )([+-]\d{4}|[A-Z]{3,4})(?= |$)/;
const ISO = /\b(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)/;
/** Without a date only these count: nothing, `-`, or one address alone. */
const BARE = /^From(?: (?:-|MAILER-DAEMON|[^\s@:;,]{1,64}@[^\s@:;,]{1,253}))?$/;
const HEADER_LINE = /^(?:[!-9;-~]{1,200}[ \t]{0,20}:|>?From )/;

export type MboxMail = {
  /** The mail without its separator line, `>From ` unquoted; cut to the first 64 KB when `size` is over the limit. */
  raw: Uint8Array;
  size: number;
  /** Where its separator line starts in the file. */
  offset: number;
  /** The date of the separator line, which is UTC (RFC 4155), or null. */
  receivedAt: Date | null;
};

/**
 * Splits an mbox in bounded memory: one mail and one chunk are held at a time. A separator is a line `From ...` with a
 * date, or after an empty line one without (`From `, `From -`, `From a@b`); each followed by a header line.
 * Prose that starts with "From " therefore stays where it is, also in files whose writer did not quote it. Undoes mboxrd
 * quoting (one `>` off `>From `, https://www.qmail.org/man/man5/mbox.html). Line endings stay as they are.
 */
export async function* splitMbox(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit = MAX_MAIL_BYTES,
): AsyncGenerator<MboxMail> {
  const mail = new Collector(limit);
  let base = 0;
  let carry: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const window = carry.length === 0 ? Buffer.from(chunk) : Buffer.concat([carry, chunk]);
    const { cuts, keepFrom } = findSeparators(window, base === 0, false);
    let start = 0;
    for (const cut of cuts) {
      mail.add(window.subarray(start, cut));
      yield* mail.take();
      mail.begin(base + cut);
      start = cut;
    }
    mail.add(window.subarray(start, keepFrom));
    carry = Buffer.from(window.subarray(keepFrom));
    base += keepFrom;
  }
  const { cuts } = findSeparators(carry, base === 0, true);
  let start = 0;
  for (const cut of cuts) {
    mail.add(carry.subarray(start, cut));
    yield* mail.take();
    mail.begin(base + cut);
    start = cut;
  }
  mail.add(carry.subarray(start));
  yield* mail.take();
}

/** Positions of separator lines, and from where on the window must be kept because a separator may still be incomplete. */
function findSeparators(window: Buffer, atFileStart: boolean, complete: boolean) {
  const cuts: number[] = [];
  if (atFileStart && window.subarray(0, 5).equals(FROM.subarray(1))) cuts.push(0);
  let at = 0;
  for (;;) {
    const newline = window.indexOf(FROM, at);
    if (newline === -1) break;
    const kind = separatorAt(window, newline + 1, complete);
    // Three bytes more: the empty line before it is part of the question.
    if (kind === "incomplete")
      return { cuts, keepFrom: Math.max(newline - 3, cuts.at(-1) ?? 0, 0) };
    if (kind === "separator") cuts.push(newline + 1);
    at = newline + 1;
  }
  const tail = complete ? window.length : Math.max(window.length - FROM.length - 3, 0);
  return { cuts, keepFrom: Math.max(tail, cuts.at(-1) ?? 0) };
}

function separatorAt(
  window: Buffer,
  start: number,
  complete: boolean,
): "separator" | "text" | "incomplete" {
  const limit = start + MAX_SEPARATOR;
  const end = window.indexOf(LF, start);
  if (end === -1 || end > limit)
    return end === -1 && window.length <= limit && !complete ? "incomplete" : "text";
  const next = window.subarray(end + 1, end + 1 + 256);
  if (next.length < 256 && !next.includes(LF) && !complete) return "incomplete";
  if (!HEADER_LINE.test(next.toString("latin1"))) return "text";
  const line = window.toString("latin1", start, end).trimEnd();
  if (hasDate(line)) return "separator";
  return BARE.test(line) && emptyLineBefore(window, start) ? "separator" : "text";
}

/** `start` follows a line feed; is there another one right before it? */
function emptyLineBefore(window: Buffer, start: number): boolean {
  const before = window[start - 2];
  return before === LF || (before === CR && window[start - 3] === LF);
}

/** Gathers the pieces of one mail; past the limit only its beginning is kept and the rest counted. */
class Collector {
  readonly #limit: number;
  #pieces: Buffer[] = [];
  #size = 0;
  #offset = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  begin(offset: number): void {
    this.#pieces = [];
    this.#size = 0;
    this.#offset = offset;
  }

  add(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#size += piece.length;
    if (this.#size <= this.#limit) this.#pieces.push(Buffer.from(piece));
  }

  *take(): Generator<MboxMail> {
    const whole = Buffer.concat(this.#pieces);
    if (whole.length === 0) return;
    const lineEnd = whole.indexOf(LF);
    const line = whole.toString("latin1", 0, Math.min(lineEnd, MAX_SEPARATOR)).trimEnd();
    const body = withoutClosingLine(whole.subarray(lineEnd + 1));
    const tooBig = this.#size > this.#limit;
    yield {
      raw: tooBig ? body.subarray(0, 65_536) : unquoted(body),
      size: tooBig ? this.#size : body.length,
      offset: this.#offset,
      receivedAt: separatorDate(line),
    };
  }
}

/** The writer of an mbox adds one empty line after each mail. */
function withoutClosingLine(body: Buffer): Buffer {
  const end = body.length;
  if (body[end - 1] !== LF) return body;
  if (body[end - 2] === LF) return body.subarray(0, end - 1);
  if (body[end - 2] === CR && body[end - 3] === LF) return body.subarray(0, end - 2);
  return body;
}

function unquoted(body: Buffer): Uint8Array {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let at = body.indexOf(QUOTED_FROM); at !== -1; at = body.indexOf(QUOTED_FROM, at + 1)) {
    let line = at;
    while (line > 0 && body[line - 1] === GREATER) line--;
    if (line > 0 && body[line - 1] !== LF) continue;
    pieces.push(body.subarray(start, at));
    start = at + 1;
  }
  return pieces.length === 0 ? body : Buffer.concat([...pieces, body.subarray(start)]);
}

function hasDate(line: string): boolean {
  return ISO.test(line) || (MONTH.test(line) && CLOCK.test(line) && YEAR.test(line));
}

function separatorDate(line: string): Date | null {
  const [, day, clock] = ISO.exec(line) ?? [
    null,
    `${DAY.exec(line)?.[1]} ${MONTH.exec(line)?.[1]} ${YEAR.exec(line)?.[1]}`,
    CLOCK.exec(line)?.[1],
  ];
  const zone = ZONE.exec(line)?.[1] ?? "UTC";
  const stated = Date.parse(`${day} ${clock} ${zone}`);
  const at = Number.isNaN(stated) ? Date.parse(`${day} ${clock} UTC`) : stated;
  return Number.isNaN(at) ? null : new Date(at);
}
