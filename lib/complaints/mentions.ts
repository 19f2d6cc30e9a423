import { isPublicIp } from "../net/special-range.ts";
import { type Judgement, judgeByWords, type Role } from "./address-roles.ts";
import type { Document } from "./documents.ts";
import { type FoundIp, findIps } from "./find-ips.ts";
import { isLogLine, type Line, linesOf } from "./lines.ts";
import { columnCell, columnRoles, type Heading, headingOf } from "./table-heads.ts";

/** One address where it stands, with what the words round it make of it. */
export type Mention = FoundIp & {
  document: Document;
  line: Line;
  judgement: Judgement | null;
};

/** Every address of a document with its role. */
export function mentionsIn(document: Document): { lines: Line[]; mentions: Mention[] } {
  const found = findIps(document.text);
  const lines = linesOf(document.text);
  const rows = new Map<Line, Mention[]>();
  const mentions: Mention[] = [];
  let at = 0;
  for (const ip of found) {
    while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) <= ip.start) at += 1;
    const line = lines[at];
    if (!line) continue;
    const mention = { ...ip, document, line, judgement: judge(line, ip) };
    mentions.push(mention);
    rows.set(line, [...(rows.get(line) ?? []), mention]);
  }
  judgeRanges(document, rows);
  judgeEnumerations(document, rows);
  judgeRows(lines, rows);
  return { lines, mentions };
}

function judge(line: Line, ip: FoundIp): Judgement | null {
  if (line.kind !== "text") return { role: "noise", strength: "label", reason: line.kind };
  const at = ip.start - line.start;
  return judgeByWords(
    line.text.slice(Math.max(0, at - 120), at),
    line.text.slice(ip.after - line.start, ip.after - line.start + 80),
  );
}

/** `192.0.2.0 - 192.0.2.255`: the ends of a range are no hosts. */
function judgeRanges(document: Document, rows: Map<Line, Mention[]>): void {
  for (const row of rows.values()) {
    for (const [index, mention] of row.entries()) {
      const next = row[index + 1];
      if (next && /^\s?[-–]\s?$/.test(document.text.slice(mention.end, next.start))) {
        const range: Judgement = { role: "noise", strength: "label", reason: "range" };
        mention.judgement = range;
        next.judgement = range;
      }
    }
  }
}

/** `attacked 192.0.2.1, 192.0.2.2 and 192.0.2.3`: what is said of the first is said of all. */
function judgeEnumerations(document: Document, rows: Map<Line, Mention[]>): void {
  for (const row of rows.values()) {
    for (const [index, mention] of row.entries()) {
      const before = row[index - 1];
      const isOpen = mention.judgement === null || mention.judgement.strength === "prose";
      if (!before?.judgement || !isOpen || mention.start - before.after > 8) continue;
      if (ENUMERATED.test(document.text.slice(before.after, mention.start)))
        mention.judgement = before.judgement;
    }
  }
}

const ENUMERATED = /^(?: ?,| ?;)? ?(?:and|or|und|oder|et|ou|y|e|ed|en|i|a|és|и|&)? $|^ ?、 ?$/iu;

/** What stands over an address: the head of its table, or the heading of its list. */
function judgeRows(lines: Line[], rows: Map<Line, Mention[]>): void {
  const over: Over = {
    head: [],
    flat: [],
    cell: 0,
    numbered: false,
    heading: null,
    above: null,
    idle: 0,
  };
  // Most lines stand over no address, and are not looked at.
  let unread: string[] = [];
  for (const line of lines) {
    if (line.kind !== "text") continue;
    const row = rows.get(line);
    if (row) {
      readOver(unread, over);
      unread = [];
      judgeRow(line, row, over);
    } else if (line.text.trim() !== "") unread.push(line.text);
  }
}

/** What was read above the current line. `flat`: a table that came as one cell a line, and which address cell is next. */
type Over = {
  head: Role[];
  flat: Role[];
  cell: number;
  numbered: boolean;
  heading: Heading | null;
  /** Role of a labelled address on the line above: lists go on below it, indented. */
  above: Role | null;
  idle: number;
};

/** The lines between a row and the one before it. */
function readOver(texts: readonly string[], over: Over): void {
  if (texts.length === 0) return;
  over.above = null;
  for (const text of texts.slice(0, -HEAD_LINES)) readCell(text, over);
  over.idle += Math.max(0, texts.length - HEAD_LINES);
  for (const text of texts.slice(-HEAD_LINES)) {
    readHead(text, over);
    readCell(text, over);
  }
  const nearest = texts.findLast((text) => !isListNumber(text));
  if (nearest !== undefined) over.heading = headingOf(nearest);
}

/** So many lines below its head a table has begun, or it was none. */
const HEAD_LINES = 4;

function readHead(text: string, over: Over): void {
  const roles = columnRoles(text);
  over.idle = roles.length > 0 ? 0 : over.idle + 1;
  if (roles.length > 0) over.head = roles;
  else if (over.idle >= HEAD_LINES) over.head = [];
}

function readCell(text: string, over: Over): void {
  if (isListNumber(text)) {
    if (over.numbered && /^\s*\d{1,4}\s*$/.test(text)) over.cell = 0;
    return;
  }
  const cell = columnCell(text);
  if (cell === null && text.trim().length > 60) over.flat = [];
  if (cell === "number") Object.assign(over, { numbered: true, flat: [], cell: 0 });
  else if (cell !== null && cell !== "other") over.flat = [...over.flat, cell].slice(-4);
}

function judgeRow(line: Line, row: Mention[], over: Over): void {
  const list = isList(line, row);
  const fits = over.head.length > 0 && row.length <= over.head.length;
  if (fits && (list || !isSentence(line.text))) giveColumns(row, over.head);
  else if (list) judgeListed(line, row, over);
  else if (isLogLine(line.text)) judgeLogLine(row);
  over.above = row[0]?.judgement?.strength === "label" ? row[0].judgement.role : null;
}

function judgeListed(line: Line, row: Mention[], over: Over): void {
  if (row.length === 1 && over.flat.length > 0) {
    giveColumns(row, [over.flat[over.cell % over.flat.length] ?? "accused"]);
    over.cell += 1;
  } else if (over.above !== null && /^[>\s]*\s{6}/.test(line.text)) giveColumns(row, [over.above]);
  else if (over.heading !== null) giveHeading(row, over.heading);
}

function giveColumns(row: Mention[], roles: Role[]): void {
  for (const [index, mention] of row.entries()) {
    if (mention.judgement?.strength === "label") continue;
    mention.judgement = { role: roles[index] ?? "accused", strength: "label", reason: "column" };
  }
}

function giveHeading(row: Mention[], { role, plain }: Heading): void {
  for (const mention of row) {
    const open = mention.judgement === null || (plain && mention.judgement.strength === "named");
    const strength = role === "victim" ? "label" : "named";
    if (open) mention.judgement = { role, strength, reason: "heading of the list" };
  }
}

function isSentence(text: string): boolean {
  return /[a-z]{3} [a-z]{2,} [a-z]{2}/i.test(text);
}

/** In a log line that no rule knows, the first address is where it came from. */
function judgeLogLine(row: Mention[]): void {
  const open = row.filter(({ judgement }) => judgement === null);
  for (const [index, mention] of open.entries()) {
    mention.judgement = {
      role: index === 0 && row[0] === mention ? "accused" : "victim",
      strength: "log",
      reason: LOG_PLACE,
    };
  }
}

const LOG_PLACE = "place in a log line";

/**
 * Once the accused are known: an address with a port that stands on a log line beside one of them is where that one went
 * (`irc.example (192.0.2.9:6667): client 198.51.100.7`), wherever on the line it stands; so it is when the accused is named
 * above a log that lists only where he went.
 */
export function judgePeers(mentions: Mention[], accused: Set<string>): void {
  const about = new Set(mentions.filter(({ value }) => accused.has(value)).map(({ line }) => line));
  const isAccusedLogged = mentions.some(
    ({ value, judgement }) => accused.has(value) && judgement?.strength === "log",
  );
  for (const mention of mentions) {
    if (mention.judgement?.reason !== LOG_PLACE || accused.has(mention.value)) continue;
    const beside = about.has(mention.line) || !isAccusedLogged;
    if (mention.port === null || !beside || !isPublicIp(mention.value)) continue;
    mention.judgement = { role: "victim", strength: "log", reason: "other side of a log line" };
  }
}

/** Nothing but addresses, numbers and marks: an entry of a list. */
function isList(line: Line, row: Mention[]): boolean {
  let rest = line.text;
  for (const { start, after } of row) {
    rest =
      rest.slice(0, start - line.start) +
      " ".repeat(after - start) +
      rest.slice(after - line.start);
  }
  return (rest.match(/[\p{L}]{2,}/gu) ?? []).every((word) =>
    /^(?:and|or|ips?|und|et|y|en|address(?:es)?|port|tcp|udp)$/i.test(word),
  );
}

function isListNumber(text: string): boolean {
  return /^[\s>|+=*_\d.)(-]{1,60}$/.test(text);
}
