import { type Instant, type Interval, toIso } from "../time/instant.ts";

export const SPANS = ["30d", "90d", "year", "all"] as const;
export type Span = (typeof SPANS)[number];
/** The stretch of time a page shows; `from` is before `to`. */
export type Stretch = { from: Instant; to: Instant };
/** What somebody asked for: a span that ends now, or days of their own (`2026-02-01`, either may be left out). */
export type SpanAsked = {
  span?: Span | undefined;
  from?: string | undefined;
  to?: string | undefined;
};
export type SpanShown = Stretch & { span: Span | "own" };

const DAY = 86_400_000;
const LENGTHS: Record<Exclude<Span, "all">, number> = {
  "30d": 30 * DAY,
  "90d": 90 * DAY,
  year: 365 * DAY,
};
/** tor was first released in 2002; what claims to be older would press all the rest into one line. */
const FIRST = Date.UTC(2002, 0, 1);

/** The stretch to show: days of their own go first, and include the last day whole; otherwise everything known until now. */
export function spanOf(asked: SpanAsked, known: readonly Interval[], now: Instant): SpanShown {
  const everything = { from: firstKnown(known, now), to: now };
  const [from, to] = [dayStart(asked.from), dayStart(asked.to)];
  if (from !== null || to !== null) {
    const ends = to === null ? now : to + DAY;
    const begins = from ?? Math.min(everything.from, ends - DAY);
    if (begins < ends) return { span: "own", from: begins, to: ends };
  }
  const { span = "all" } = asked;
  if (span === "all") return { span, ...everything };
  return { span, from: now - LENGTHS[span], to: now };
}

/** The query that asks for the same stretch again. */
export function spanParams({ span, from, to }: SpanShown): Record<string, string> {
  if (span !== "own") return { span };
  return { from: day(from), to: day(to - 1) };
}

/** The day of a moment in UTC: `2026-02-01`. */
export function day(at: Instant): string {
  return toIso(at).slice(0, 10);
}

/** Whether any of the interval lies in the stretch. */
export function isShown({ from, to }: Interval, stretch: Stretch): boolean {
  return from < stretch.to && (to === null || to > stretch.from);
}

function firstKnown(known: readonly Interval[], now: Instant): Instant {
  if (known.length === 0) return now - LENGTHS["30d"];
  const first = known.reduce((least, { from }) => Math.min(least, from), now - DAY);
  return Math.max(first, FIRST);
}

function dayStart(text: string | undefined): Instant | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  // A day that does not exist (02-30) is read as another one by some engines.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text) ? null : at;
}
