import type { Instant } from "./instant.ts";
import type { ZoneReading } from "./zone-words.ts";

/** A time as a clock on a wall shows it, no zone. Null fields are not given. `month` 1-12. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number | null;
  minute: number | null;
  second: number | null;
  millisecond: number;
};

/** The instant at which a clock `minutesEast` of UTC shows this. Null when there is no such day or time. */
export function wallToInstant(wall: WallTime, minutesEast: number): Instant | null {
  const { year, month, day, hour, minute, second } = wall;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if ((hour ?? 0) > 24 || (minute ?? 0) > 59 || (second ?? 0) > 60) return null;
  const utc = Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0, second ?? 0, wall.millisecond);
  return utc - minutesEast * 60_000;
}

/** The same for a reading of a zone; IANA names follow daylight saving (a skipped hour counts as standard time). */
export function wallToInstantIn(wall: WallTime, reading: ZoneReading): Instant | null {
  if (typeof reading === "number") return wallToInstant(wall, reading);
  const asUtc = wallToInstant(wall, 0);
  if (asUtc === null) return null;
  const guess = offsetAt(reading, asUtc);
  const better = offsetAt(reading, asUtc - guess * 60_000);
  return asUtc - better * 60_000;
}

/** `2020-03-04T05:44:22`, cut where the text was less precise. */
export function writeWallTime(wall: WallTime): string {
  const date = `${String(wall.year).padStart(4, "0")}-${two(wall.month)}-${two(wall.day)}`;
  if (wall.hour === null) return date;
  const minutes = `${date}T${two(wall.hour)}:${two(wall.minute ?? 0)}`;
  return wall.second === null ? minutes : `${minutes}:${two(wall.second)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function daysIn(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (DAYS[month - 1] ?? 0);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Minutes east of UTC in the named zone at this instant. */
function offsetAt(name: string, at: Instant): number {
  const parts = formatOf(name).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return Math.round((local - Math.floor(at / 1000) * 1000) / 60_000);
}

// Making a formatter costs more than all of reading a time; a log repeats one zone a thousand times.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(name: string): Intl.DateTimeFormat {
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(name, made);
  return made;
}
