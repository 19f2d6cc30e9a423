import type { Confirmed, Sourced } from "../relays/history.ts";
import type { Instant, Interval } from "../time/instant.ts";

const HOUR = 3600 * 1000;

/**
 * How long a sighting speaks for the time after it. Whoever is not in this table is the operator (a torrc, a relays file, a
 * form, a running tor asked over its control port): what the operator has set up stays until the operator changes it, and
 * the desk is told. All others are sightings from outside, and the relay may have changed since:
 * - A relay publishes a new descriptor when it changes and at the latest after 18 hours (dir-spec 2.1), so that long the
 *   last one is its word. Onionoo repeats what stands in it.
 * - A consensus is not used beyond its valid-until, three hours after valid-after (dir-spec 1.4).
 * - An address in the exit list counts for a day, as ExoneraTor takes it; the scanner comes by more often.
 * A record seen again later (`confirmedAt`) is taken to have lasted until then; a stretch that nothing of this covers is a
 * gap, and no verdict stands on it.
 */
const SPEAKS_FOR: readonly { source: string; lasts: number }[] = [
  { source: "descriptor", lasts: 18 * HOUR },
  { source: "Onionoo", lasts: 18 * HOUR },
  { source: "consensus", lasts: 3 * HOUR },
  { source: "exit list", lasts: 24 * HOUR },
];

type Kept = Interval & Sourced & Confirmed;

/** The first instant the record no longer speaks for, exclusive as `to` is; infinite for the operator's own word. */
export function knownUntil(record: Kept): Instant {
  const end = record.to ?? Number.POSITIVE_INFINITY;
  const rule = SPEAKS_FOR.find(({ source }) => record.source.startsWith(source));
  return rule === undefined ? end : Math.min(end, lastSeen(record) + rule.lasts);
}

/** Whether the record is one that has to be seen again to hold. */
export function isSighting({ source }: Pick<Sourced, "source">): boolean {
  return SPEAKS_FOR.some((rule) => source.startsWith(rule.source));
}

/** When the record was last seen to be true. */
export function lastSeen({ from, confirmedAt }: Pick<Kept, "from" | "confirmedAt">): Instant {
  return Math.max(from, confirmedAt ?? from);
}

const READ_ONCE = ["notice log", "control port", "Onionoo"];

/**
 * Until when a run, or the pause after it, is known. A log or a document tells of nothing after it was read: a relay that
 * stopped in it may have started since, and one that ran may have stopped.
 */
export function runKnownUntil({ from, to, source, learnedAt }: Interval & Sourced): Instant {
  if (!READ_ONCE.some((word) => source.startsWith(word))) return Number.POSITIVE_INFINITY;
  return Math.max(learnedAt, to ?? from);
}
