import type { FoundDate } from "./find-dates.ts";
import type { Instant } from "./instant.ts";

const DAY = 86_400_000;

export type SlashOrder = "day-first" | "month-first" | "unknown";

/**
 * How this text writes `02/03/2020`: as its own unambiguous dates do; else month first when it counts in AM and PM or in a
 * zone of the United States.
 * "unknown" leaves each date to the reference.
 */
export function slashOrder(dates: FoundDate[], text: string): SlashOrder {
  const dayFirst = dates.some((date) => date.slashes === "day-first" && date.day > 12);
  const monthFirst = dates.some((date) => date.slashes === "month-first");
  if (dayFirst !== monthFirst) return dayFirst ? "day-first" : "month-first";
  if (!dates.some((date) => date.slashes === "either")) return "unknown";
  return /\d\/\d{1,2}\/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})? ?[AP]M\b/i.test(text)
    ? "month-first"
    : "unknown";
}

export type CalendarDay = { year: number; month: number; day: number };

/**
 * The day or days a found date can be. A missing year is the latest that is not more than a day after the reference. Of two
 * orders the one near the reference wins when the other is over two months off; else both stay.
 */
export function daysMeant(
  date: FoundDate,
  order: SlashOrder,
  reference: Instant | null,
): CalendarDay[] {
  const year = date.year ?? latestYear(date.month, date.day, reference);
  if (year === null) return [];
  const asFound = { year, month: date.month, day: date.day };
  const swapped = { year, month: date.day, day: date.month };
  if (date.slashes !== "either" || order === "day-first") return [asFound];
  // AM and PM are written beside days first too: what has not happened yet was read the wrong way round.
  if (order === "month-first")
    return isAhead(swapped, reference) ? nearest([asFound, swapped], reference) : [swapped];
  return nearest([asFound, swapped], reference);
}

function latestYear(month: number, day: number, reference: Instant | null): number | null {
  if (reference === null) return null;
  const year = new Date(reference).getUTCFullYear();
  const candidates = [year + 1, year, year - 1];
  // 29 February has to wait for a leap year.
  if (month === 2 && day === 29) candidates.push(year - 2, year - 3, year - 4);
  return candidates.find((candidate) => isDayBy(candidate, month, day, reference + DAY)) ?? null;
}

function isDayBy(year: number, month: number, day: number, limit: Instant): boolean {
  const at = Date.UTC(year, month - 1, day);
  return at <= limit && new Date(at).getUTCDate() === day;
}

function isAhead({ year, month, day }: CalendarDay, reference: Instant | null): boolean {
  return reference !== null && Date.UTC(year, month - 1, day) > reference + 2 * DAY;
}

/** Complaints are about the last days, seldom about the last months. */
function nearest(days: CalendarDay[], reference: Instant | null): CalendarDay[] {
  if (reference === null) return days;
  const within = (limit: number) =>
    days.filter(({ year, month, day }) => {
      const away = reference - Date.UTC(year, month - 1, day);
      return away > -2 * DAY && away < limit * DAY;
    });
  const fresh = within(4);
  if (fresh.length === 1 && within(21).length === 1) return fresh;
  const recent = within(62);
  return recent.length === 1 ? recent : days;
}
