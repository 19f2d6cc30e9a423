import type { Instant } from "./instant.ts";
import { readTimes } from "./read-times.ts";

const EASTMOST = 14 * 3_600_000;

/**
 * The Date header of a mail (RFC 5322 section 3.3), or what some sender put there: `19-JUN-2017 17:21:19`, `20:13:6 (UTC)`
 * after a date, ISO. Without a zone it is taken as UTC. Null when unreadable.
 */
export function readMailDate(value: string): Instant | null {
  return usualDate(value) ?? oddDate(value);
}

/** As nearly all mails have it: `Tue, 3 Feb 2026 04:05:06 +0100`. */
function usualDate(value: string): Instant | null {
  const found = USUAL.exec(value);
  if (!found) return null;
  const [, day, month = "", year, hour, minute, second, sign, east, minutesEast] = found;
  const at = Date.UTC(Number(year), MONTHS.indexOf(month), Number(day));
  if (new Date(at).getUTCDate() !== Number(day)) return null;
  const ahead = (Number(east) * 60 + Number(minutesEast)) * (sign === "-" ? -1 : 1);
  const minutes = Number(hour) * 60 + Number(minute) - ahead;
  return at + minutes * 60_000 + Number(second) * 1000;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const USUAL = new RegExp(
  `^(?:[A-Z][a-z]{2}, )?(\\d{1,2}) (${MONTHS.join("|")}) ((?:19[789]|20\\d)\\d) ([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d) ([+-])(0\\d|1[0-3])([0-5]\\d)$`,
);

function oddDate(value: string): Instant | null {
  const [first] = readTimes(value.slice(0, 200), { reference: null });
  if (!first) return null;
  const { at, earliest } = first.time;
  // `earliest` of an unknown zone is the reading furthest east.
  return (
    at ?? (earliest !== null && first.time.zone === "unknown" ? earliest + EASTMOST : earliest)
  );
}
