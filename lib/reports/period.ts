import { mondayOf } from "../cases/case-fact.ts";
import type { Instant } from "../time/instant.ts";

/** Whole days of UTC, counted from 1970-01-01; both ends belong to it. */
export type Period = { from: number; to: number };
/** `own`: from and to as the reader typed them. */
export const PERIOD_CHOICES = ["30", "90", "365", "own"] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];
export type PeriodFlaw = "bad-day" | "turned" | "too-long";
export type ReadPeriod = { choice: PeriodChoice; period: Period; flaw: PeriodFlaw | null };

export const BUCKET_UNITS = ["week", "month"] as const;
export type BucketUnit = (typeof BUCKET_UNITS)[number];

const DAY = 86_400_000;
/** Five years: what a million cases are read for in a few seconds. */
export const MAX_DAYS = 1_830;
const DEFAULT_CHOICE: PeriodChoice = "90";
/** Above this many days a bar a week is too thin to read. */
const MANY_DAYS = 200;

/**
 * The period a reader asked for. The last N days end today. What cannot be read becomes the last ninety days, and `flaw`
 * says why.
 */
export function readPeriod(
  asked: { days: PeriodChoice | null; from: string; to: string },
  now: Instant,
): ReadPeriod {
  const today = dayOf(now);
  const typed = asked.from.trim() !== "" || asked.to.trim() !== "";
  const choice = asked.days ?? (typed ? "own" : DEFAULT_CHOICE);
  if (choice !== "own") return { choice, period: lastDays(Number(choice), today), flaw: null };
  const to = asked.to.trim() === "" ? today : readDay(asked.to);
  const from = asked.from.trim() === "" && to !== null ? to - 29 : readDay(asked.from);
  const flaw = flawOf(from, to);
  if (flaw !== null || from === null || to === null)
    return { choice, period: lastDays(Number(DEFAULT_CHOICE), today), flaw: flaw ?? "bad-day" };
  return { choice, period: { from, to }, flaw: null };
}

function flawOf(from: number | null, to: number | null): PeriodFlaw | null {
  if (from === null || to === null) return "bad-day";
  if (from > to) return "turned";
  return to - from >= MAX_DAYS ? "too-long" : null;
}

function lastDays(days: number, today: number): Period {
  return { from: today - days + 1, to: today };
}

/** `2026-03-01` as a day, null when there is no such day. */
export function readDay(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(trimmed)) return null;
  const at = Date.parse(`${trimmed}T00:00:00Z`);
  // Date.parse takes 31 February as 3 March.
  return Number.isNaN(at) || dayText(dayOf(at)) !== trimmed ? null : dayOf(at);
}

export function dayOf(at: Instant): number {
  return Math.floor(at / DAY);
}

/** The first moment of a day. */
export function startOf(day: number): Instant {
  return day * DAY;
}

/** `2026-03-01` */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function daysIn({ from, to }: Period): number {
  return to - from + 1;
}

/** Bars a week, or a month when there would be too many of them. */
export function usualUnit(period: Period): BucketUnit {
  return daysIn(period) > MANY_DAYS ? "month" : "week";
}

/** The weeks (by their Monday) or months (202603) of a period, those without a case too. */
export function bucketsOf({ from, to }: Period, unit: BucketUnit): number[] {
  const buckets: number[] = [];
  if (unit === "week") {
    for (let monday = mondayOf(from); monday <= to; monday += 7) buckets.push(monday);
    return buckets;
  }
  const last = monthOf(to);
  for (let month = monthOf(from); month <= last; month = nextMonth(month)) buckets.push(month);
  return buckets;
}

/** The days of a bucket that lie in the period. */
export function daysOfBucket(bucket: number, unit: BucketUnit, { from, to }: Period): Period {
  const first = unit === "week" ? bucket : firstOfMonth(bucket);
  const next = unit === "week" ? bucket + 7 : firstOfMonth(nextMonth(bucket));
  return { from: Math.max(first, from), to: Math.min(next - 1, to) };
}

function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 100 + date.getUTCMonth() + 1;
}

function nextMonth(month: number): number {
  return month % 100 === 12 ? month + 89 : month + 1;
}

function firstOfMonth(month: number): number {
  return dayOf(Date.UTC(Math.floor(month / 100), (month % 100) - 1, 1));
}
