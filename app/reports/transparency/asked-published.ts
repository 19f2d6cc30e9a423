import { z } from "zod";
import {
  CALENDAR_PERIODS,
  type CalendarPeriod,
  lastCalendarPeriod,
} from "@/lib/reports/calendar-period.ts";
import { type ReadPeriod, readPeriod } from "@/lib/reports/period.ts";
import { REPORT_LANGUAGES } from "@/lib/reports/transparency-words.ts";

/** What the address of a published report says. */
export const askedPublished = z.object({
  period: z
    .enum([...CALENDAR_PERIODS, "own"])
    .nullable()
    .catch(null)
    .default(null),
  from: z.string().max(20).catch("").default(""),
  to: z.string().max(20).catch("").default(""),
  language: z.enum(REPORT_LANGUAGES).catch("en").default("en"),
  saved: z.literal("rule").optional().catch(undefined),
});

/** The last whole quarter, unless the address names another period. */
export function readPublishedPeriod(
  { period, from, to }: z.infer<typeof askedPublished>,
  now: number,
): Pick<ReadPeriod, "period" | "flaw"> & { choice: CalendarPeriod | "own" } {
  const choice = period ?? (from !== "" && to !== "" ? "own" : "quarter");
  if (choice !== "own") return { choice, period: lastCalendarPeriod(choice, now), flaw: null };
  return { ...readPeriod({ days: "own", from, to }, now), choice };
}
