import { mayMatch } from "../text/may-match.ts";
import { remembered } from "../text/remembered.ts";
import {
  ATTRIBUTION,
  FORWARD_END,
  FORWARD_END_WORD,
  FORWARD_LINE,
  FORWARD_OPENING,
  type ForwardField,
  forwardField,
} from "./forward-words.ts";
import { quoteDepth, unquote } from "./quoted-text.ts";

export type ForwardedOriginal = {
  /** As the client printed them; empty when it did not. */
  headers: { from: string; subject: string; date: string; to: string };
  /** The original's text with its quote marks taken off. It holds the originals further in, too. */
  text: string;
  /** From the marker or first header line to the end of the original, in the body. */
  start: number;
  end: number;
  /** Where `text` begins in the body; the body there may have `quoted` marks on each line. */
  textStart: number;
  quoted: number;
};

/**
 * Mails forwarded or quoted inline, outermost first: by a marker line, by a block of headers (Outlook, Thunderbird, Apple,
 * Gmail in the usual languages, or raw ones pasted), or by an attribution line over quoted text. Reads 512 K characters and
 * gives at most 20.
 */
export const forwardedOriginals = remembered(readForwarded);

function readForwarded(body: string): readonly ForwardedOriginal[] {
  const text = body.slice(0, MAX_TEXT);
  const lines = readLines(text);
  const openings = OPENINGS.filter(({ patterns }) =>
    patterns.some((pattern) => mayMatch(pattern, text)),
  ).map(({ read }) => read);
  const found: ForwardedOriginal[] = [];
  for (let index = 0; index < lines.length && found.length < MAX_ORIGINALS; index++) {
    const opening = openingAt(lines, index, openings);
    if (!opening) continue;
    const original = originalFrom(body, lines, index, opening);
    if (original.text.trim() === "") continue;
    found.push(original);
    index = opening.textLine - 1;
  }
  return found;
}

const MAX_TEXT = 512 * 1024;
const MAX_ORIGINALS = 20;

type Line = { start: number; end: number; depth: number; bare: string };
/** `textLine`: first line of the original's own text. `depth`: quote marks its lines have. */
type Opening = { fields: Partial<Record<ForwardField, string>>; textLine: number; depth: number };

function readLines(body: string): Line[] {
  let start = 0;
  return body.split("\n").map((raw) => {
    const depth = quoteDepth(raw);
    const shown = raw.slice(0, 400);
    const isQuoted = depth > 0 || raw.startsWith(" >");
    const bare = isQuoted ? shown.replace(/^(?: ?>)+ ?/, "") : shown;
    const line = { start, end: start + raw.length, depth, bare };
    start += raw.length + 1;
    return line;
  });
}

type ReadOpening = (lines: Line[], index: number, line: Line) => Opening | null;

function openingAt(lines: Line[], index: number, openings: ReadOpening[]): Opening | null {
  const line = lines[index];
  if (!line || line.bare.length < 3) return null;
  for (const read of openings) {
    const opening = read(lines, index, line);
    if (opening) return opening;
  }
  return null;
}

/** How originals begin, in the order they are tried, with a pattern without which none of the kind does. */
const OPENINGS: { patterns: RegExp[]; read: ReadOpening }[] = [
  { patterns: [FORWARD_LINE, FORWARD_OPENING], read: markedOpening },
  { patterns: [/[:：]/], read: blockOpening },
  { patterns: [ATTRIBUTION], read: attributedOpening },
];

function markedOpening(lines: Line[], index: number, line: Line): Opening | null {
  const marker = FORWARD_LINE.exec(line.bare) ?? FORWARD_OPENING.exec(line.bare);
  if (!marker || isEnd(line)) return null;
  const first = nextFilled(lines, index + 1);
  const below = first === null ? null : belowMarker(lines, first);
  if (below) return below;
  const textLine = first ?? index + 1;
  const from = marker[1]?.trim() ?? "";
  return { fields: from ? { from } : {}, textLine, depth: lines[textLine]?.depth ?? 0 };
}

/** Headers, or, in ProtonMail, an attribution line. */
function belowMarker(lines: Line[], first: number): Opening | null {
  const block = headerBlock(lines, first);
  if (block) return quotedThroughout(lines, block);
  const line = lines[first];
  return line ? attributedOpening(lines, first, line) : null;
}

function isEnd(line: Line): boolean {
  return FORWARD_END.test(line.bare) && FORWARD_END_WORD.test(line.bare);
}

/** Some clients quote the text below the headers and not the headers. */
function quotedThroughout(lines: Line[], opening: Opening): Opening {
  const deeper = lines[opening.textLine]?.depth ?? 0;
  const isWhole = lines
    .slice(opening.textLine)
    .every(({ depth, bare }) => bare.trim() === "" || depth >= deeper);
  return deeper > opening.depth && isWhole ? { ...opening, depth: deeper } : opening;
}

/** Headers without a marker must be a whole block: sender, subject, and a date or receiver. */
function blockOpening(lines: Line[], index: number, line: Line): Opening | null {
  if (fieldOf(line.bare) === null) return null;
  const previous = lines[index - 1];
  const isFirst =
    previous === undefined || previous.depth !== line.depth || fieldOf(previous.bare) === null;
  if (!isFirst) return null;
  const block = headerBlock(lines, index);
  const { from, subject, date, to } = block?.fields ?? {};
  return block &&
    from !== undefined &&
    subject !== undefined &&
    (date !== undefined || to !== undefined)
    ? block
    : null;
}

function attributedOpening(lines: Line[], index: number, line: Line): Opening | null {
  const match = /[:：]$/.test(line.bare.trimEnd()) ? ATTRIBUTION.exec(line.bare) : null;
  const next = match ? nextFilled(lines, index + 1) : null;
  const quoted = next === null ? undefined : lines[next];
  if (!match || next === null || !quoted || quoted.depth <= line.depth) return null;
  const said = (match[1] ?? match[2] ?? match[3] ?? "").trim();
  // "Am 03.02. um 04:05 schrieb Jo <jo@x.example>": the writer may stand behind the verb.
  const from = (NAMED.exec(said) ?? WRITER.exec(line.bare))?.[0].trim().replace(VERB, "") ?? said;
  return { fields: { from }, textLine: next, depth: quoted.depth };
}

const VERB = /^(?:schrieb|schreef|skrev|wrote) /i;
const NAMED = /[^,<>:\d]{0,60}<[^<>@\s]{1,100}@[^<>\s]{1,100}>/;
const WRITER = /(?<= )[\p{L}"'. -]{0,60}<[^<>@\s]{1,100}@[^<>\s]{1,100}>/u;

/** Header lines from here on: known labels, other mail headers, folded lines. Two known ones with a sender make a block. */
function headerBlock(lines: Line[], first: number): Opening | null {
  const depth = lines[first]?.depth ?? 0;
  const rest = lines.slice(first, first + MAX_HEADER_LINES);
  const stop = rest.findIndex((line) => line.depth !== depth || !isHeaderLine(line.bare));
  const block = stop < 0 ? rest : rest.slice(0, stop);
  const fields: Partial<Record<ForwardField, string>> = {};
  for (const line of block) {
    const found = fieldOf(line.bare);
    if (found) fields[found.field] ??= found.value;
  }
  if (fields.from === undefined || Object.keys(fields).length < 2) return null;
  const end = first + block.length;
  return { fields, textLine: nextFilled(lines, end) ?? end, depth };
}

function isHeaderLine(bare: string): boolean {
  if (bare.trim() === "") return false;
  return fieldOf(bare) !== null || OTHER_HEADER.test(bare) || /^[ \t]/.test(bare);
}

const MAX_HEADER_LINES = 120;
const OTHER_HEADER =
  /^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+:|^(?:Received|Importance|Sender|Precedence|Priority|Attachments?|Anlagen?|Bijlagen?|Pièces jointes|Wichtigkeit)\s?:/;

function fieldOf(bare: string): { field: ForwardField; value: string } | null {
  if (!/[:：]/.test(bare.slice(0, 30))) return null;
  const match =
    /^[ \t*|]{0,6}([\p{L}' -]{1,18}?)\*?[ \t]?[:：]\*?(?:[ \t*]+|$)([^\n]{0,300})$/u.exec(bare);
  const field = match ? forwardField(match[1] ?? "") : null;
  return field
    ? { field, value: (match?.[2] ?? "").replace(/(?<![ \t*|])[ \t*|]+$/, "").trim() }
    : null;
}

function nextFilled(lines: Line[], from: number): number | null {
  for (let index = from; index < Math.min(lines.length, from + 6); index++) {
    if (lines[index]?.bare.trim()) return index;
  }
  return null;
}

function originalFrom(
  body: string,
  lines: Line[],
  index: number,
  opening: Opening,
): ForwardedOriginal {
  const { fields, textLine, depth } = opening;
  const last = lastLine(lines, textLine, depth);
  const textStart = lines[textLine]?.start ?? body.length;
  const end = Math.max(textStart, lines[last]?.end ?? textStart);
  const { from = "", subject = "", date = "", to = "" } = fields;
  return {
    headers: { from, subject, date, to },
    text: unquote(body.slice(textStart, end), depth).text,
    start: lines[index]?.start ?? textStart,
    end,
    textStart,
    quoted: depth,
  };
}

/** Up to an end marker, or where the text is no longer quoted as deep. */
function lastLine(lines: Line[], from: number, depth: number): number {
  let last = from;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line || isEnd(line)) break;
    if (line.bare.trim() === "") continue;
    if (line.depth < depth) break;
    last = index;
  }
  return last;
}
