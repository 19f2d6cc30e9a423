import type { Instant } from "./instant.ts";

const MAX_NAME = 60;

/** Is this the name of a zone, such as `Europe/Berlin`? Offsets such as `+02:00` are none: they forget the summer. */
export function isZoneName(name: string): boolean {
  if (name.length > MAX_NAME || !/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The clock in a zone: `05:05 UTC+1`, with the date before it where that is another one than in UTC. Null for a zone nobody
 * knows, so that a page never fails at it.
 */
export function localTime(at: Instant, zone: string): string | null {
  if (!made.has(zone) && !isZoneName(zone)) return null;
  const part = partsIn(at, zone);
  const date = `${part("year")}-${part("month")}-${part("day")}`;
  const clock = `${part("hour")}:${part("minute")} ${part("timeZoneName").replace("GMT", "UTC")}`;
  return date === new Date(at).toISOString().slice(0, 10) ? clock : `${date} ${clock}`;
}

function partsIn(at: Instant, zone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = formatOf(zone).formatToParts(at);
  return (type) => parts.find((part) => part.type === type)?.value ?? "";
}

/** Making one takes longer than using it a hundred times, and a page of the queue tells a hundred moments. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = made.get(zone) ?? newFormat(zone);
  made.set(zone, format);
  return format;
}

function newFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  });
}
