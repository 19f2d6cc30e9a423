import type { Instant, Interval } from "../time/instant.ts";
import type { Relay, Uptime } from "./history.ts";
import type { OnionooUptime, UptimeSlot } from "./read-onionoo-uptime.ts";

const SOURCE = "Onionoo uptime";
const HOUR = 3600 * 1000;
/** Rounding of a value to three digits takes at most this from a full step. */
const FULL = 0.9985;
/**
 * A relay that left the consensus may be used by clients that hold an older one: for 24 hours "reasonably live"
 * (dir-spec), and a consensus is valid for three.
 */
const STILL_USED = 27 * HOUR;

/**
 * What the network's record of running adds to what is known: up where a step is full, down only where it was missing for
 * so long that no client could know it, and unsure everywhere else, also after the last step. The relay's own word is
 * better: only the time before and after it is filled. Pure.
 */
export function learnOnionooUptime(
  relay: Relay,
  { slots }: OnionooUptime,
  { learnedAt }: { learnedAt: Instant },
): Relay {
  const last = slots.at(-1);
  if (last === undefined) return relay;
  const sourced = { source: SOURCE, learnedAt };
  const tail: Interval = { from: last.to, to: null };
  const free = freeTime(relay, slots[0]?.from ?? last.from);
  const known = statesOf(slots);
  const within = (all: Interval[]): Uptime[] =>
    all
      .flatMap((one) => free.flatMap((gap) => common(one, gap)))
      .map((one) => ({ ...one, ...sourced }));
  const before = (relay.unsure ?? []).filter((one) => !isTail(one));
  return {
    ...relay,
    uptime: [...relay.uptime, ...within(known.up)].sort((a, b) => a.from - b.from),
    unsure: [...before, ...within([...known.unsure, tail])].sort((a, b) => a.from - b.from),
  };
}

function isTail({ source, to }: Uptime): boolean {
  return source === SOURCE && to === null;
}

/** The times of which nothing better is known: before the first and after the last of what is known already. */
function freeTime({ uptime, unsure = [] }: Relay, first: Instant): Interval[] {
  const known = [...uptime, ...unsure.filter((one) => !isTail(one))];
  if (known.length === 0) return [{ from: first, to: null }];
  const begin = known.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const end = known.reduce(
    (most, { to }) => Math.max(most, to ?? Number.POSITIVE_INFINITY),
    Number.NEGATIVE_INFINITY,
  );
  const before = first < begin ? [{ from: first, to: begin }] : [];
  return end === Number.POSITIVE_INFINITY ? before : [...before, { from: end, to: null }];
}

function statesOf(slots: readonly UptimeSlot[]): { up: Interval[]; unsure: Interval[] } {
  const up: Interval[] = [];
  const unsure: Interval[] = [];
  let missingSince: Instant | null = null;
  let reached: Instant | null = null;
  for (const { from, to, fraction } of slots) {
    if (reached !== null && reached < from) {
      add(unsure, { from: reached, to: from });
      missingSince = null;
    }
    reached = to;
    if (fraction === 0) {
      missingSince ??= from;
      add(unsure, { from, to: Math.min(to, missingSince + STILL_USED) });
    } else {
      missingSince = null;
      add(fraction !== null && fraction >= FULL ? up : unsure, { from, to });
    }
  }
  return { up, unsure };
}

function add(all: Interval[], { from, to }: Interval): void {
  if (to !== null && to <= from) return;
  const last = all.at(-1);
  if (last?.to === from) last.to = to;
  else all.push({ from, to });
}

function common(a: Interval, b: Interval): Interval[] {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to ?? Number.POSITIVE_INFINITY, b.to ?? Number.POSITIVE_INFINITY);
  if (from >= to) return [];
  return [{ from, to: to === Number.POSITIVE_INFINITY ? null : to }];
}
