import { contains, type Interval } from "../time/instant.ts";

/**
 * A sequence in which one thing is true at a time (the policy, the announced address), with one more sighting:
 * `seen.from` is when it was seen, `seen.to` is not looked at. What was in force then ends there if it was something
 * else, and goes on if it was the same. Between two sightings of the same thing it is taken to have lasted; a known end
 * stays an end. Two sightings of one moment that differ: the one learnt now counts.
 */
export function observed<T extends Interval>(
  known: readonly T[],
  seen: T,
  same: (a: T, b: T) => boolean,
): T[] {
  const covering = known.find((interval) => contains(interval, seen.from));
  if (covering !== undefined && same(covering, seen)) return [...known];
  const before = endedAt(known, seen.from);
  const next = before
    .filter((interval) => interval.from > seen.from)
    .sort((a, b) => a.from - b.from)[0];
  const to = covering === undefined ? (next?.from ?? null) : covering.to;
  if (next !== undefined && next.from === to && same(next, seen)) {
    return before.map((interval) => (interval === next ? { ...next, from: seen.from } : interval));
  }
  return [...before, { ...seen, to }].sort((a, b) => a.from - b.from);
}

/** The intervals with whatever was in force at `at` ended there; what began in that very moment is gone. */
export function endedAt<T extends Interval>(known: readonly T[], at: number): T[] {
  return known.flatMap((interval) => {
    if (!contains(interval, at)) return [interval];
    return interval.from < at ? [{ ...interval, to: at }] : [];
  });
}
