import { matchesOf } from "../text/matches.ts";
import type { Instant } from "./instant.ts";
import { isDemand } from "./is-demand.ts";
import { readClockAfter } from "./read-clock.ts";
import { readTimes } from "./read-times.ts";
import { type WallTime, wallToInstantIn } from "./wall-time.ts";
import { readZone } from "./zone.ts";
import type { ZoneReading } from "./zone-words.ts";

type AbsoluteDeadline = {
  at: Instant | null;
  hours: null;
  text: string;
  start: number;
  end: number;
};

const DAY = 86_400_000;

/** "by 2021-04-28 13:59 +0200", "before Friday 12:00 CET", "by the end of the day tomorrow, Pacific time". */
export function readAbsoluteDeadlines(text: string, receivedAt: Instant): AbsoluteDeadline[] {
  const found: AbsoluteDeadline[] = [];
  for (const lead of matchesOf(LEADS, `\n${text}`)) {
    const from = lead.index + lead[0].length - 1 + (lead[1] ?? "").length;
    const deadline = dateAfter(text, from, receivedAt) ?? dayWordAfter(text, from, receivedAt);
    if (!deadline) continue;
    const labelled = /deadline|due|frist|échéance/i.test(lead[0]);
    if (!labelled && !isDemand(text, lead.index, deadline.end)) continue;
    found.push({
      at: deadline.at,
      hours: null,
      text: text.slice(lead.index, deadline.end),
      start: lead.index,
      end: deadline.end,
    });
  }
  return found;
}

/** With the letter before, which is quicker than to look behind at every place of a text; the group is the blanks after. */
const LEADS =
  /[^\p{L}\d](?:by(?: the| no later than)?|before|until|no(?:t)? later than|(?:response |reply |answer )?deadline(?: is)?:?|due(?: date| by)?:?|bis(?: spätestens)?(?: zum)?|spätestens(?: am| bis)?|frist:?|avant(?: le)?|jusqu['’]au|d['’]ici(?: le| au)?|échéance ?:?|vóór|voor|uiterlijk(?: op)?|antes del?|hasta(?: el)?|entro(?: il)?|até(?: (?:à|ao|o|a))?|do(?: dnia)?|до)(?: ?:)?(?=([ \n]{1,2})[\p{L}\d(])/giu;

type Found = { at: Instant | null; end: number };

/** A date within the next few words. The earliest moment it can mean counts: late is worse than early. */
function dateAfter(text: string, from: number, receivedAt: Instant): Found | null {
  const window = text.slice(from, from + 70);
  // Read as if written a year later: a deadline without a year lies ahead.
  const [first] = readTimes(window, { reference: receivedAt + 300 * DAY });
  if (!first || first.start > 24 || !/^[\p{L}\d ,:]*$/u.test(window.slice(0, first.start)))
    return null;
  const { at, earliest, latest, precision } = first.time;
  const moment = precision === "day" ? latest : (at ?? earliest);
  if (moment === null || moment < receivedAt - DAY || moment > receivedAt + 366 * DAY) return null;
  return { at: moment, end: from + first.end };
}

/** Weekdays, "tomorrow", "today", "end of day": the day's end unless a clock is given, in the zone named, else UTC. */
function dayWordAfter(text: string, from: number, receivedAt: Instant): Found | null {
  const window = text.slice(from, from + 80);
  const match = DAY_WORDS.exec(window);
  if (!match) return null;
  const word = (match[1] ?? "").toLowerCase();
  const end = match[0].length;
  const clock = readClockAfter(window, end);
  const zone = zoneAfter(window, clock?.end ?? end);
  const reading: ZoneReading = zone?.reading ?? 0;
  const local = localDay(receivedAt, reading);
  const day = new Date(local + daysAhead(word, new Date(local).getUTCDay()) * DAY);
  const wall: WallTime = {
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
    hour: clock?.hour ?? 23,
    minute: clock ? (clock.minute ?? 0) : 59,
    second: clock?.second ?? 0,
    millisecond: 0,
  };
  return { at: wallToInstantIn(wall, reading), end: from + (zone?.end ?? clock?.end ?? end) };
}

const WEEKDAYS = [
  ["sunday", "sonntag", "zondag", "dimanche", "domingo", "domenica", "niedzieli"],
  [
    "monday",
    "montag",
    "maandag",
    "lundi",
    "lunes",
    "lunedì",
    "segunda-feira",
    "segunda",
    "poniedziałku",
  ],
  [
    "tuesday",
    "dienstag",
    "dinsdag",
    "mardi",
    "martes",
    "martedì",
    "terça-feira",
    "terça",
    "wtorku",
  ],
  [
    "wednesday",
    "mittwoch",
    "woensdag",
    "mercredi",
    "miércoles",
    "mercoledì",
    "quarta-feira",
    "quarta",
    "środy",
  ],
  [
    "thursday",
    "donnerstag",
    "donderdag",
    "jeudi",
    "jueves",
    "giovedì",
    "quinta-feira",
    "quinta",
    "czwartku",
  ],
  [
    "friday",
    "freitag",
    "vrijdag",
    "vendredi",
    "viernes",
    "venerdì",
    "sexta-feira",
    "sexta",
    "piątku",
  ],
  ["saturday", "samstag", "zaterdag", "samedi", "sábado", "sabato", "soboty"],
];
const TODAY = ["today", "heute", "vandaag", "aujourd'hui", "hoy", "oggi", "hoje", "dziś"];
const TOMORROW = ["tomorrow", "morgen", "demain", "mañana", "domani", "amanhã", "jutra"];
const DAY_WORDS = new RegExp(
  `^(?:(?:the )?(?:end of (?:the )?(?:business )?day|close of business|cob|eod|ende)[ ]?(?:of |on )?|(?:this|next|coming|on) |noon |kommenden ){0,4}(${[...WEEKDAYS.flat(), ...TODAY, ...TOMORROW].join("|")})(?!\\p{L})`,
  "iu",
);

function daysAhead(word: string, today: number): number {
  if (TODAY.includes(word)) return 0;
  if (TOMORROW.includes(word)) return 1;
  const wanted = WEEKDAYS.findIndex((names) => names.includes(word));
  return (wanted - today + 7) % 7 || 7;
}

function zoneAfter(window: string, at: number): { reading: ZoneReading; end: number } | null {
  const gap = /^[ ,(]{0,3}/.exec(window.slice(at))?.[0].length ?? 0;
  const found = readZone(window, at + gap);
  const [reading] = found?.zone.readings ?? [];
  return found && reading !== undefined ? { reading, end: found.end } : null;
}

/** Midnight, written as UTC, of the day it is in that zone. */
function localDay(at: Instant, reading: ZoneReading): Instant {
  const shift = typeof reading === "number" ? reading * 60_000 : 0;
  return Math.floor((at + shift) / DAY) * DAY;
}
