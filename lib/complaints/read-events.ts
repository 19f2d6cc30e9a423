import { type FoundTime, readTimes } from "../time/read-times.ts";
import { statedZone } from "../time/stated-zone.ts";
import type { ComplaintEvent } from "./complaint.ts";
import { type FormatInput, NO_EVENT } from "./facts.ts";
import type { Line } from "./lines.ts";
import type { ReadDocument } from "./read-ports.ts";

const MAX_EVENTS = 500;

/**
 * When it happened: times on lines that name an accused address, and times behind a label that means the event. Times of
 * letters, bans, hops and registry entries are none.
 */
export function readEvents(
  input: FormatInput,
  read: ReadDocument[],
  accused: Set<string>,
): ComplaintEvent[] {
  const prose = read.find(({ document }) => document.source === "body")?.document.text ?? "";
  const zone = statedZone(prose);
  const events: ComplaintEvent[] = [];
  for (const { document, lines, mentions } of read) {
    if (document.place === "subject" || document.place === "sample") continue;
    const named = new Set(
      mentions.filter(({ value }) => accused.has(value)).map(({ line }) => line),
    );
    const times = readTimes(document.text, { reference: input.reference, zone });
    let at = 0;
    for (const time of times) {
      while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) <= time.start) at += 1;
      const line = lines[at];
      if (!line || events.length >= MAX_EVENTS || !isEvent(line, time, named)) continue;
      events.push({ ...NO_EVENT, time: time.time });
    }
  }
  return events;
}

function isEvent(line: Line, found: FoundTime, named: Set<Line>): boolean {
  if (line.kind !== "text" || found.time.precision === "day") return false;
  const at = Math.max(0, found.start - line.start);
  if (named.has(line)) return !NOT_EVENT.test(line.text.slice(0, at));
  return !NOT_EVENT.test(line.text.slice(0, at)) && !LETTER_HEADER.test(line.text);
}

/** Header lines of forwarded letters, in the usual languages. */
const LETTER_HEADER =
  /^[>\s*|]{0,12}(?:date|sent|datum|gesendet(?: am)?|verzonden|envoy[ée](?: le)?|fecha|enviado(?: el)?|data|inviato|дата|am|on|le|op|el|il)\s?:?\*?\s?(?:\w{2,12}[.,]{0,2} )?(?:[^:\n]{0,40}\d{4}|\d).{0,80}$/i;
const NOT_EVENT =
  /(?:sent|received|generated|report(?:ed)?|noti(?:ce|fied)(?: date| time)?|created|updated|posted|opened|ban(?:ned)?|unban|blocked|expires?|until|previous(?:ly)?[^\d]{0,60}|contacted|notification|deadline|before|by|valid)(?: (?:date|time|on|at|by|from|to|you|us|about|it|the|this|issue|was|is|:))*[^\d\p{L}]{0,30}(?:\p{L}{3,9}[., ]{1,3})?$/iu;
