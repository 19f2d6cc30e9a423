import { forwardedOriginals } from "../mail/forwarded.ts";
import { mayMatch } from "../text/may-match.ts";
import type { Instant } from "../time/instant.ts";
import { type FoundTime, readTimes } from "../time/read-times.ts";
import { statedZone } from "../time/stated-zone.ts";
import type { Zone } from "../time/zone.ts";
import type { ComplaintEvent } from "./complaint.ts";
import { type FormatInput, NO_EVENT, spanOf } from "./facts.ts";
import { lastingEvents, type Placed } from "./lasting-events.ts";
import { eventOnLine } from "./line-event.ts";
import type { Line } from "./lines.ts";
import type { Mention } from "./mentions.ts";
import type { ReadDocument } from "./read-ports.ts";

/** A long log is kept by its beginning and its end. */
const FIRST_EVENTS = 400;
const LAST_EVENTS = 100;

/**
 * When it happened: the times of log lines, and the times the text speaks of. Times of letters, bans, hops, registry
 * entries and earlier mails are none, nor are days without a clock.
 */
export function readEvents(
  input: FormatInput,
  read: ReadDocument[],
  accused: Set<string>,
): ComplaintEvent[] {
  const prose = read.find(({ document }) => document.source === "body")?.document.text ?? "";
  const zone = () => statedZone(prose);
  const events = read.flatMap((each) =>
    each.document.place === "subject" ? [] : eventsIn(each, input.reference, zone, accused),
  );
  if (events.length <= FIRST_EVENTS + LAST_EVENTS) return events;
  return [...events.slice(0, FIRST_EVENTS), ...events.slice(-LAST_EVENTS)];
}

function eventsIn(
  { document, lines, mentions }: ReadDocument,
  reference: FormatInput["reference"],
  zone: () => Zone | null,
  accused: Set<string>,
): ComplaintEvent[] {
  const rows = byLine(mentions);
  const letters = document.source === "body" ? letterHeads(document.text) : [];
  const reports = reportColumn(document.text);
  const placed: Placed[] = [];
  let at = 0;
  for (const found of readTimes(document.text, { reference, zone })) {
    while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) <= found.start) at += 1;
    const line = lines[at];
    if (
      !line ||
      !isEvent(line, found) ||
      (reports !== null && found.start > reports && isFirstCell(line, found)) ||
      isAhead(found, reference, line) ||
      letters.some((head) => isInside(head, found.start))
    )
      continue;
    const span = spanOf(document, found.start, found.end);
    const event = { ...whatHappened(lines, at, rows, accused), time: found.time, span };
    placed.push({ event, start: found.start, end: found.end, line: at });
  }
  return lastingEvents(placed, { text: document.text, lines, accused, reference });
}

/**
 * Clocks are wrong and dates are swapped, by a day at most: what lies further ahead was announced and has not happened, and
 * so was what lies ahead at all in a sentence about the future.
 */
function isAhead({ time, start }: FoundTime, reference: Instant | null, line: Line): boolean {
  if (reference === null || time.at === null || time.at <= reference) return false;
  return time.at > reference + DAY || FUTURE.test(line.text.slice(0, start - line.start));
}

const FUTURE =
  /(?<!\p{L})(?:will|shall|going to|wird|werden|sera|seront|zal|zullen|será[ns]?|verrà|zostanie|bude|будет)(?!\p{L})(?:[^.\n]|\.(?! )){0,120}$/iu;

const DAY = 86_400_000;

/** Where a table begins whose first column says when somebody reported, which is not when it happened. Null: there is none. */
function reportColumn(text: string): number | null {
  const head = mayMatch(REPORT_COLUMN, text) ? REPORT_COLUMN.exec(text) : null;
  return head && head.index + head[0].length;
}

const REPORT_COLUMN =
  /^[>| \t]{0,8}"?report(?:ed|ing)?[ _-](?:time|date)(?: ?\([^()\n]{1,20}\))?"?[ \t]{0,8}[,;|\t]/im;

/** Rows may follow each other on one line, where a mailer joined them. */
function isFirstCell(line: Line, { start, end }: FoundTime): boolean {
  const before = line.text.slice(0, start - line.start);
  const isFirst = before.length > 8 ? before.endsWith('" "') : /^[>|\s"]*$/.test(before);
  return isFirst && /^"?\s{0,8}[,;|\t]/.test(line.text.slice(end - line.start));
}

function byLine(mentions: Mention[]): Map<Line, Mention[]> {
  const rows = new Map<Line, Mention[]>();
  for (const mention of mentions)
    rows.set(mention.line, [...(rows.get(mention.line) ?? []), mention]);
  return rows;
}

type Range = { start: number; end: number };

/** Sender, date and subject of the letters forwarded in a text. */
function letterHeads(text: string): Range[] {
  return forwardedOriginals(text).map(({ start, textStart }) => ({ start, end: textStart }));
}

function isInside({ start, end }: Range, at: number): boolean {
  return start <= at && at < end;
}

/** tcpdump -v puts the addresses on the line below the time. */
function whatHappened(
  lines: Line[],
  at: number,
  rows: Map<Line, Mention[]>,
  accused: Set<string>,
): ComplaintEvent {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line) return NO_EVENT;
  const row = rows.get(line);
  if (row) return eventOnLine(line, row, accused);
  const below = next && /^[>\s]{3}/.test(next.text) ? rows.get(next) : undefined;
  return next && below ? eventOnLine(next, below, accused) : NO_EVENT;
}

function isEvent(line: Line, { start, end, time }: FoundTime): boolean {
  if (line.kind !== "text" || time.precision === "day" || MAIL_DATE.test(line.text)) return false;
  const before = line.text.slice(0, Math.max(0, start - line.start));
  const after = line.text.slice(Math.max(0, end - line.start));
  return (
    !PEC_ENVELOPE.test(after) &&
    ![NOT_EVENT, REGISTERED, RESOLVED, SPAM_ARRIVED].some((pattern) => pattern.test(before))
  );
}

/** A line that is nothing but a date as mails carry it (RFC 5322 section 3.3): the letter's own. */
const MAIL_DATE =
  /^[>\s]{0,8}(?:Date: )?\w{3}, \d{1,2} \w{3} \d{4} [\d:]{5,8} [+-]\d{4}(?: \([A-Z]{2,5}\))?\s*$/;
/** `Il giorno <time> il messaggio ...`: when Italian certified mail (PEC) took the letter in, its reports' own wording. */
const PEC_ENVELOPE = /^[^\p{L}\n]{0,12}(?:il messaggio|the message|si è verificato)\b/iu;
/** What stands before the times of letters, bans, reports and deadlines. */
const NOT_EVENT =
  /(?:\bsent|received|generated|report(?:ed)?|notice(?: date)?|notified|(?<!time)created|updated|posted|opened|\bban(?:ned)?|unban|expires?|(?<!:\d\d\S{0,8}(?: \(?[a-z]{1,5}\)?)? )(?:until|bis(?: zum)?|hasta(?: el)?|до)|previous(?:ly)?[^\d\n]{0,60}|contacted|notification|answer|respond|reply|response|deadline|before|no later than|spätestens|avant(?: le)?|d['’]ici(?: le| au)?|antes del?|entro(?: il)?|uiterlijk|vóór|do dnia|do godz|не позднее|valid|tested|last_?(?:scan|check)(?:ed)?|scanned|checked|gesendet|erstellt)(?: (?:date|time|on|at|by|from|to|you|us|about|it|the|this|issue|was|is|of|am|um|:))*[^\d\p{L}\n]{0,30}(?:\p{L}{2,9}[., ]{1,3})?$/iu;
/** When an incident was entered in somebody's books, its zone in the label. */
const REGISTERED = /\bregist(?:ration|ered)\b[^\n]{0,40}$/i;
/** `http://www.example/ is 192.0.2.1; <date>`: when SpamCop looked the name up. */
const RESOLVED = /https?:\/\/\S{3,400} is [\da-f.:]{3,45}; ?(?:\w{3}, ?)?$/i;
/** When a spam came in is what its report says in a field of its own; for a site it advertises it is nothing. */
const SPAM_ARRIVED = /\bmessage received from .{3,80} on (?:\w{3}, ?)?$/i;
