import type { FoundDate } from "./find-dates.ts";
import { type Clock, readClock, readClockAfter } from "./read-clock.ts";
import type { WallTime } from "./wall-time.ts";
import { readZone, type Zone } from "./zone.ts";

/** A date with the clock and the zone that belong to it. */
export type WrittenTime = {
  date: FoundDate;
  clock: Pick<WallTime, "hour" | "minute" | "second" | "millisecond">;
  zone: Zone | null;
  start: number;
  end: number;
};

/** Puts dates together with the clocks and zones around them: after the date, before it, or as the other end of a range. */
export function findWrittenTimes(text: string, dates: FoundDate[]): WrittenTime[] {
  const times: WrittenTime[] = [];
  let free = 0;
  for (const [index, date] of dates.entries()) {
    if (date.start < free) continue;
    const next = dates[index + 1]?.start ?? text.length;
    const found =
      withClockAfter(text, date) ?? withClockBefore(text, date, free) ?? dayOnly(text, date);
    if (!found) continue;
    times.push(found, ...rangeEnd(text, found, next));
    free = times.at(-1)?.end ?? found.end;
    if (times.length >= MAX_TIMES) break;
  }
  return shareRangeZones(
    text,
    times.map((time) =>
      time.zone === null ? { ...time, zone: zoneOfLabel(text, time.start) } : time,
    ),
  );
}

/** `Registered [UTC+03:00]: 27.02.2022 23:57`. */
function zoneOfLabel(text: string, start: number): Zone | null {
  const label = /[([]([^()[\]\n]{1,24})[)\]][ \t]?[:=][ \t]{0,4}["']?$/.exec(
    text.slice(Math.max(0, start - 36), start),
  );
  if (!label) return null;
  const found = readZone(label[1] ?? "", 0);
  return found && found.end >= (label[1] ?? "").length ? found.zone : null;
}

const MAX_TIMES = 20_000;

function withClockAfter(text: string, date: FoundDate): WrittenTime | null {
  const packed: Clock | null = date.packed && { ...date.packed, millisecond: 0, end: date.end };
  const clock = packed ?? readClockAfter(text, date.end);
  if (!clock) return null;
  const zone = readZone(text, clock.end);
  const end = zone?.end ?? clock.end;
  const spot = { date, clock: clockOf(clock), zone: zone?.zone ?? null, start: date.start, end };
  return date.year === null ? withYearAfter(text, spot) : spot;
}

/** `Wed Mar 04 05:44:22 CET 2020`, `Thu Feb 13 18:28:15 2014 +00:00 GMT`. */
function withYearAfter(text: string, spot: WrittenTime): WrittenTime {
  YEAR.lastIndex = spot.end;
  const match = YEAR.exec(text);
  if (!match) return spot;
  const end = spot.end + match[0].length;
  const zone = spot.zone === null ? readZone(text, end) : null;
  return {
    ...spot,
    date: { ...spot.date, year: Number(match[1]) },
    zone: spot.zone ?? zone?.zone ?? null,
    end: zone?.end ?? end,
  };
}

const YEAR = /[ \t,]{1,3}((?:19[789]|20\d)\d)(?![\d:.])/y;

/** `at 13:55:36 UTC on 10 October 2020`. */
function withClockBefore(text: string, date: FoundDate, free: number): WrittenTime | null {
  if (date.year === null) return null;
  const from = Math.max(free, date.start - 48);
  const before = text.slice(from, date.start);
  const at = before.search(CLOCK_NEAR_END);
  const clock = at < 0 ? null : readClock(text, from + at);
  if (!clock) return null;
  const zone = readZone(text, clock.end);
  const gap = text.slice(zone?.end ?? clock.end, date.start);
  if (!BEFORE_DATE.test(gap)) return null;
  const after = zone ?? readZone(text, date.end);
  const end = zone ? date.end : (after?.end ?? date.end);
  return { date, clock: clockOf(clock), zone: after?.zone ?? null, start: from + at, end };
}

const CLOCK_NEAR_END = /(?<![\d:.])\d{1,2}(?::\d{2}){1,2}(?![\d:])[^\n:]{0,36}$/;
const BEFORE_DATE =
  /^[ \t,;|()[\]"'/-]{0,6}(?:(?:on|am|le|op|el|of|il|em|den|dnia|dne)[ \t]{1,2}(?:the )?)?(?:[A-Za-zÀ-ž]{2,10}\.?,?[ \t]{1,2})?$/;

function dayOnly(text: string, date: FoundDate): WrittenTime | null {
  if (date.year === null) return null;
  const clock = { hour: null, minute: null, second: null, millisecond: 0 };
  // "2020-03-04 (UTC)"
  const zone = /^ ?[([]/.test(text.slice(date.end, date.end + 2)) ? readZone(text, date.end) : null;
  return { date, clock, zone: zone?.zone ?? null, start: date.start, end: zone?.end ?? date.end };
}

/** `10:00 - 11:00 UTC` on one day: the second clock is a time too, and its zone holds for both. */
function rangeEnd(text: string, first: WrittenTime, limit: number): WrittenTime[] {
  if (first.clock.minute === null) return [];
  RANGE.lastIndex = first.end;
  const dash = RANGE.exec(text);
  const start = first.end + (dash?.[0].length ?? 0);
  const clock = dash && readClock(text, start);
  if (!clock || clock.minute === null || clock.end > limit) return [];
  const zone = readZone(text, clock.end);
  return [
    {
      date: first.date,
      clock: clockOf(clock),
      zone: zone?.zone ?? first.zone,
      start,
      end: zone?.end ?? clock.end,
    },
  ];
}

const RANGE_WORD =
  "(?:-|–|—|~|〜|->|to|until|till|through|and|bis|und|et|jusqu'à|tot|en|y(?: las)?|hasta(?: las)?|e(?: le)?|fino a(?:lle)?|até|do|a|i|до|и)";
const RANGE = new RegExp(`[ \\t]{0,3}${RANGE_WORD}[ \\t]{0,3}`, "iy");
const BETWEEN = new RegExp(`^[ \\t\\n]{0,3}${RANGE_WORD}[ \\t\\n]{0,3}$`, "i");

/** `from A to B UTC`: the zone of the second end is the zone of both. */
function shareRangeZones(text: string, times: WrittenTime[]): WrittenTime[] {
  return times.map((time, index) => {
    const next = times[index + 1];
    if (time.zone !== null || !next?.zone || next.start < time.end || next.start - time.end > 12) {
      return time.zone === null && next?.zone && next.date === time.date
        ? { ...time, zone: next.zone }
        : time;
    }
    return BETWEEN.test(text.slice(time.end, next.start)) ? { ...time, zone: next.zone } : time;
  });
}

function clockOf({ hour, minute, second, millisecond }: Clock): WrittenTime["clock"] {
  return { hour, minute, second, millisecond };
}
