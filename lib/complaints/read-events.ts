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
  const before = line.text.slice(0, Math.max(0, found.start - line.start));
  if (NOT_EVENT.test(before)) return false;
  return named.has(line) || EVENT_LABEL.test(before);
}

const EVENT_LABEL =
  /^[>\s*|-]{0,8}(?:date|time|timestamp|event|first|last|start|end|detected|observed|seen|recent|most recent|attack|infringement|occurr|log|when|datum|zeit|uhrzeit|fecha|hora|heure|tijd)[\w /().'-]{0,40}[:=]/i;
const NOT_EVENT =
  /(?:sent|received|generated|reported|notice date|report date|created|updated|blocked until|on .{4,60} wrote|previously|last notification|deadline|expires?)[^\d]{0,30}$/i;
