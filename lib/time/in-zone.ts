import type { Precision, ReadTime } from "./instant.ts";
import { resolveTime } from "./resolve-time.ts";
import { type WallTime, wallToInstant } from "./wall-time.ts";
import type { Zone } from "./zone.ts";

const HOUR = 3_600_000;
/** What an unknown zone alone adds to the bounds of a time, from UTC-12 to UTC+14. */
const ALL_ZONES = 26 * HOUR;
const EASTMOST = 14 * HOUR;
const WIDTH: Record<Precision, number> = {
  second: 0,
  minute: 60_000 - 1,
  hour: HOUR - 1,
  day: 24 * HOUR - 1,
  unknown: 0,
};

/**
 * The time on the writer's clock, read in a zone that somebody knows. A date whose day and month nobody could tell apart
 * stays as vague as that; a time with no clock (seconds since 1970) stays as it is.
 */
export function inZone(time: ReadTime, zone: Zone): ReadTime {
  const wall = readLocal(time);
  if (wall === null) return time;
  return resolveTime([wall, ...otherDay(time, wall)], zone, time.text);
}

/** The clock of `ReadTime.local`, which is cut where the text was less precise. */
function readLocal({ local, precision }: ReadTime): WallTime | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(local ?? "") ?? [];
  if (year === undefined) return null;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: hour === undefined ? null : Number(hour),
    minute: minute === undefined || precision === "hour" ? null : Number(minute),
    second: second === undefined ? null : Number(second),
    millisecond: 0,
  };
}

/** `03/04/2026` in no zone: the bounds are wider than zones explain, by as much as the two days lie apart. */
function otherDay(time: ReadTime, wall: WallTime): WallTime[] {
  const { earliest, latest, precision } = time;
  const here = wallToInstant(wall, 0);
  if (time.zone !== "unknown" || earliest === null || latest === null || here === null) return [];
  const apart = Math.floor((latest - earliest - ALL_ZONES - WIDTH[precision]) / 1000) * 1000;
  if (apart < 24 * HOUR) return [];
  const isFirst = Math.abs(here - EASTMOST - earliest) < 1000;
  const there = new Date(isFirst ? here + apart : here - apart);
  return [
    {
      ...wall,
      year: there.getUTCFullYear(),
      month: there.getUTCMonth() + 1,
      day: there.getUTCDate(),
    },
  ];
}
