import type { Instant } from "../time/instant.ts";

/** Seconds to wait after the n-th wrong password in a row; the last goes on. At most 8 tries in the first quarter of an hour. */
const WAIT_SECONDS = [0, 0, 5, 15, 60, 120, 300, 900];

/** Until when the next try has to wait once `failedCount` have failed in a row. */
export function lockedUntil(failedCount: number, now: Instant): Instant {
  const last = WAIT_SECONDS.length - 1;
  return now + (WAIT_SECONDS[Math.min(Math.max(failedCount - 1, 0), last)] ?? 0) * 1000;
}
