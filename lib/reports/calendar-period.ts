import type { Instant } from "../time/instant.ts";
import { dayOf, type Period } from "./period.ts";

/** Calendar periods that are over: what a transparency report usually speaks of. */
export const CALENDAR_PERIODS = ["month", "quarter", "half", "year"] as const;
export type CalendarPeriod = (typeof CALENDAR_PERIODS)[number];

const MONTHS: Record<CalendarPeriod, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The last whole month, quarter, half-year or year before this moment, in UTC. */
export function lastCalendarPeriod(kind: CalendarPeriod, now: Instant): Period {
  const date = new Date(now);
  const length = MONTHS[kind];
  const year = date.getUTCFullYear();
  const end = Math.floor(date.getUTCMonth() / length) * length;
  return {
    from: dayOf(Date.UTC(year, end - length, 1)),
    to: dayOf(Date.UTC(year, end, 1)) - 1,
  };
}
