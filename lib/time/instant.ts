/** A moment: milliseconds since 1970-01-01T00:00:00Z. Always UTC; zones exist only while reading and writing text. */
export type Instant = number;

/** `from` inclusive, `to` exclusive; `to: null` is "still, as far as we know". */
export type Interval = { from: Instant; to: Instant | null };

/** How a time's zone is known. `contradictory`: the text names two that differ. */
export type ZoneKnowledge = "stated" | "assumed" | "contradictory" | "unknown";
export type Precision = "second" | "minute" | "hour" | "day" | "unknown";

/**
 * A time as a complaint gives it. `at` is null when no instant can be claimed. `earliest`/`latest` bound what the text
 * allows (a day, both readings of a contradictory zone, every zone when none is known); a verdict must hold for all of it.
 */
export type ReadTime = {
  at: Instant | null;
  earliest: Instant | null;
  latest: Instant | null;
  precision: Precision;
  zone: ZoneKnowledge;
  text: string;
  /** The time on the writer's clock, `2020-03-04T05:44:22`, as far as the text gives it. Absent for seconds since 1970. */
  local?: string;
};

/** ISO 8601 in UTC without milliseconds when they are zero: `2026-02-03T04:05:06Z`. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

/** Does the interval contain the instant? */
export function contains(interval: Interval, at: Instant): boolean {
  return interval.from <= at && (interval.to === null || at < interval.to);
}
