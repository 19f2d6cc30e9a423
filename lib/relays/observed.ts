import { contains, type Instant, type Interval } from "../time/instant.ts";
import type { Confirmed } from "./history.ts";

type Seen = Interval & Confirmed;

/**
 * A sequence in which one thing is true at a time (the policy, the announced address), with one more sighting:
 * `seen.from` is when it was seen, `seen.to` is not looked at. What was in force then ends there if it was something
 * else, and goes on if it was the same. Between two sightings of the same thing it is taken to have lasted; a known end
 * stays an end. What was seen again after this sighting goes on from there, so that old news cannot undo newer. Two
 * sightings of one moment that differ: the one learnt now counts.
 */
export function observed<T extends Seen>(
  known: readonly T[],
  seen: T,
  same: (a: T, b: T) => boolean,
): T[] {
  const covering = known.find((interval) => contains(interval, seen.from));
  if (covering !== undefined && same(covering, seen)) {
    return known.map((each) => (each === covering ? confirmed(each, seen.from) : each));
  }
  const before = endedAt(known, seen.from);
  const next = before
    .filter((interval) => interval.from > seen.from)
    .sort((a, b) => a.from - b.from)[0];
  const to = covering === undefined || isSeenAfter(covering, seen.from) ? next?.from : covering.to;
  if (next !== undefined && next.from === to && same(next, seen)) {
    const whole = { ...next, from: seen.from, confirmedAt: next.confirmedAt ?? next.from };
    return before.map((interval) => (interval === next ? whole : interval));
  }
  return [...before, { ...seen, to: to ?? null }].sort((a, b) => a.from - b.from);
}

/**
 * The intervals with whatever was in force at `at` ended there; what began in that very moment is gone. One that was
 * seen again later begins anew with that.
 */
export function endedAt<T extends Seen>(known: readonly T[], at: Instant): T[] {
  return known.flatMap((interval) => {
    if (!contains(interval, at)) return [interval];
    const { confirmedAt: last = at, ...rest } = interval;
    const bare = rest as T;
    // Until when it was seen stays known, since that is how long it is certain.
    const seen = last < at ? { ...bare, confirmedAt: last } : bare;
    const before = interval.from < at ? [{ ...seen, to: at }] : [];
    return isSeenAfter(interval, at) ? [...before, { ...bare, from: last }] : before;
  });
}

function isSeenAfter({ confirmedAt }: Confirmed, at: Instant): boolean {
  return confirmedAt !== undefined && confirmedAt > at;
}

function confirmed<T extends Seen>(interval: T, at: Instant): T {
  const isNews = at > (interval.confirmedAt ?? interval.from);
  return isNews ? { ...interval, confirmedAt: at } : interval;
}
