import type { Instant, Interval } from "../time/instant.ts";

const HOUR = 3600 * 1000;
/** Longer than 30 years, or not ended. */
const OPEN = 7;

/**
 * Which of eight classes of length an interval is in: 0 up to an hour, 1 up to eight, 2 up to 64 ... An index cannot
 * answer "which intervals cover this moment" by their beginnings alone, as a long one may have begun at any time. Within
 * a class it can: none of them began earlier than its longest before the moment.
 */
export function spanOf({ from, to }: Interval): number {
  if (to === null) return OPEN;
  const hours = Math.max((to - from) / HOUR, 1);
  return Math.min(Math.ceil(Math.log2(hours) / 3), OPEN);
}

/** For each class, after which moment those of its intervals began that reach beyond `at`; null: at any time. */
export function beginnings(at: Instant): { span: number; after: Instant | null }[] {
  return Array.from({ length: OPEN + 1 }, (_, span) => ({
    span,
    after: span === OPEN ? null : at - 8 ** span * HOUR,
  }));
}
