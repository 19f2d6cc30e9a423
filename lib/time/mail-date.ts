import type { Instant } from "./instant.ts";
import { readTimes } from "./read-times.ts";

const EASTMOST = 14 * 3_600_000;

/**
 * The Date header of a mail (RFC 5322 section 3.3), or what some sender put there: `19-JUN-2017 17:21:19`, `20:13:6 (UTC)`
 * after a date, ISO. Without a zone it is taken as UTC. Null when unreadable.
 */
export function readMailDate(value: string): Instant | null {
  const [first] = readTimes(value.slice(0, 200), { reference: null });
  if (!first) return null;
  const { at, earliest } = first.time;
  // `earliest` of an unknown zone is the reading furthest east.
  return (
    at ?? (earliest !== null && first.time.zone === "unknown" ? earliest + EASTMOST : earliest)
  );
}
