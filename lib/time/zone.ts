import { ZONE_NAMES, ZONE_WORDS, type ZoneReading } from "./zone-words.ts";

/** What a text says about the zone of a time. Several readings: the word is ambiguous, or two words contradict each other. */
export type Zone = {
  /** The usual reading first. */
  readings: ZoneReading[];
  contradictory: boolean;
  text: string;
};

/**
 * Reads the zone that stands at `start`: offsets (`+0200`, `-04`), words (`CEST`, `(UTC)`), both (`EDT (GMT -0400)`), names
 * (`Eastern Time`, `Europe/Berlin`). Null when nothing there is a zone.
 */
export function readZone(text: string, start: number): { zone: Zone; end: number } | null {
  const items: ZoneReading[][] = [];
  let end = start;
  while (items.length < 3) {
    const item = readItem(text, end);
    if (!item) break;
    items.push(item.readings);
    end = item.end;
  }
  if (items.length === 0) return null;
  return { zone: { ...combine(items), text: text.slice(start, end).trim() }, end };
}

type Item = { readings: ZoneReading[]; end: number };

function readItem(text: string, from: number): Item | null {
  const gap = matchAt(GAP, text, from);
  const at = from + (gap?.[0].length ?? 0);
  const item = readOffset(text, at, at === from) ?? readWord(text, at) ?? readName(text, at);
  if (!item) return null;
  const closing = matchAt(CLOSING, text, item.end);
  return { ...item, end: item.end + (closing?.[0].length ?? 0) };
}

const GAP = /[ \t\u00a0]{0,3}[([（［/"']?[ \t]?/y;
const CLOSING = /(?: (?:time(?:zone)?|zone))?[\])）］]|(?: time(?:zone)?| hrs?)\b/iy;

/** `UTC+2`, `GMT +8`, `+0200`, `+02:00`, `-04`, `UTC`. A bare one-digit or spaced number is no offset. */
function readOffset(text: string, at: number, adjacent: boolean): Item | null {
  const named = matchAt(NAMED_OFFSET, text, at);
  if (named) {
    const minutes = offsetMinutes(named[1] ?? "", named[2] ?? "", named[3]);
    if (minutes !== null) return { readings: [minutes], end: at + named[0].length };
  }
  const bare = matchAt(BARE_OFFSET, text, at);
  if (
    !bare ||
    (!adjacent && bare[3] === undefined && /[\d.]/.test(text[at + bare[0].length] ?? ""))
  )
    return null;
  const minutes = offsetMinutes(bare[1] ?? "", bare[2] ?? "", bare[3]);
  return minutes === null ? null : { readings: [minutes], end: at + bare[0].length };
}

const NAMED_OFFSET =
  /(?:UTC|GMT|UT)[ \t]?([+\-\u2212\u2013])[ \t]?(\d{1,2})(?::?([0-5]\d))?(?![\d:])/iy;
const BARE_OFFSET = /([+\-\u2212])(\d{2})(?::?([0-5]\d))?(?![\d:]|\.\d|-\d|\/\d)/y;

function offsetMinutes(sign: string, hours: string, minutes: string | undefined): number | null {
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  if (total > 14 * 60) return null;
  return sign === "+" ? total : 0 - total;
}

/** Zone words count in capitals only (`ist`, `est`, `art` are words of other languages), except UTC and GMT. */
function readWord(text: string, at: number): Item | null {
  const word = matchAt(WORD, text, at)?.[0];
  if (!word) return null;
  const key = /^(?:utc|gmt)$/i.test(word) ? word.toUpperCase() : word;
  const readings = Object.hasOwn(ZONE_WORDS, key) ? ZONE_WORDS[key] : undefined;
  return readings ? { readings, end: at + word.length } : null;
}

const WORD = /[A-Za-z]{1,5}(?![A-Za-z0-9_/])/y;

function readName(text: string, at: number): Item | null {
  const iana = matchAt(IANA, text, at)?.[0];
  if (iana && isKnownZone(iana)) return { readings: [iana], end: at + iana.length };
  for (const { name, reading } of ZONE_NAMES) {
    const found = matchAt(name, text, at);
    if (found) return { readings: [reading], end: at + found[0].length };
  }
  return null;
}

const IANA =
  /(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Etc)\/[A-Za-z_+\-0-9]{2,30}(?:\/[A-Za-z_]{2,30})?/y;

function isKnownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** `CST (GMT+8)` is China; `Eastern Time (-0400)` is -04:00; `CDT (GMT -6:00)` contradicts itself. */
function combine(items: ZoneReading[][]): { readings: ZoneReading[]; contradictory: boolean } {
  const [first = [], ...others] = items;
  let readings = first;
  let contradictory = false;
  for (const next of others) {
    const both = next.filter((reading) => readings.includes(reading));
    if (both.length > 0) readings = both;
    else if (readings.every((reading) => typeof reading === "string")) readings = next;
    else if (next.some((reading) => typeof reading === "number")) {
      readings = [...readings, ...next];
      contradictory = true;
    }
  }
  return { readings, contradictory };
}

/** Do two zones say the same? */
export function sameZone(a: Zone, b: Zone): boolean {
  return (
    a.readings.length === b.readings.length &&
    a.readings.every((reading) => b.readings.includes(reading))
  );
}
