import type { Instant, Interval } from "../time/instant.ts";
import type { Relay, Uptime } from "./history.ts";
import type { NoticeLogFacts } from "./read-notice-log.ts";

/**
 * The relay with the runs of a notice log. For the time it covers the log is the better knowledge; what was known of the
 * time before and after stays, and where two stretches touch they are one run. Pure.
 */
export function learnUptime(
  relay: Relay,
  { covers, runs }: Pick<NoticeLogFacts, "covers" | "runs">,
  { learnedAt, source = "notice log" }: { learnedAt: Instant; source?: string },
): Relay {
  if (covers === null) return relay;
  const from = Math.min(covers.from, ...runs.map((run) => run.from));
  const before = relay.uptime.flatMap((known) => cut(known, Number.NEGATIVE_INFINITY, from));
  const after = relay.uptime.flatMap((known) => cut(known, covers.to, null));
  const next = Math.min(...after.map((known) => known.from));
  const learnt = runs.map((run): Uptime => {
    // Still running at the last line, and running again later: nothing tells of an end between.
    const to = run.to === null && next !== Number.POSITIVE_INFINITY ? next : run.to;
    return { from: run.from, to, source, learnedAt };
  });
  return { ...relay, uptime: joined([...before, ...learnt, ...after]) };
}

/** The part of an interval inside [from, to). */
function cut<T extends Interval>(known: T, from: Instant, to: Instant | null): T[] {
  const begin = Math.max(known.from, from);
  const end = Math.min(known.to ?? Number.POSITIVE_INFINITY, to ?? Number.POSITIVE_INFINITY);
  if (begin >= end) return [];
  return [{ ...known, from: begin, to: end === Number.POSITIVE_INFINITY ? null : end }];
}

function joined(intervals: Uptime[]): Uptime[] {
  const runs: Uptime[] = [];
  for (const interval of intervals.sort((a, b) => a.from - b.from)) {
    const last = runs.at(-1);
    if (last?.to === interval.from) {
      const learnedAt = Math.max(last.learnedAt, interval.learnedAt);
      runs[runs.length - 1] = { ...last, to: interval.to, learnedAt };
    } else runs.push(interval);
  }
  return runs;
}
