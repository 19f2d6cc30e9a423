import { fill } from "@/components/words/fill.ts";
import { readerLanguage, words } from "@/components/words/words.ts";
import type { BucketUnit } from "@/lib/reports/period.ts";
import { startOf } from "@/lib/reports/period.ts";

export function numberText(number: number): string {
  return new Intl.NumberFormat(readerLanguage()).format(number);
}

export function shareText(part: number, whole: number): string {
  const share = whole === 0 ? 0 : part / whole;
  return new Intl.NumberFormat(readerLanguage(), { style: "percent" }).format(share);
}

/** Minutes up to two hours, hours up to two days, then days: "40 min", "5 h", "3 days". */
export function durationText(seconds: number): string {
  const { minutes, hours, days } = words().reports.units;
  if (seconds < 7_200) return fill(minutes, { count: Math.max(1, Math.round(seconds / 60)) });
  if (seconds <= 172_800) return fill(hours, { count: Math.round(seconds / 3_600) });
  return fill(days, { count: Math.round(seconds / 86_400) });
}

/** "2 Mar" for a week, "Mar 26" for a month. */
export function bucketText(day: number, unit: BucketUnit): string {
  const locale = readerLanguage() === "en" ? "en-GB" : readerLanguage();
  const form: Intl.DateTimeFormatOptions =
    unit === "week" ? { day: "numeric", month: "short" } : { month: "short", year: "2-digit" };
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" }).format(startOf(day));
}
