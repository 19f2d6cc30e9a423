import type { Instant, Interval } from "../time/instant.ts";
import type { Relay, Uptime } from "./history.ts";
import type { NoticeLogFacts } from "./read-notice-log.ts";

/** tor writes a heartbeat every six hours (HeartbeatPeriod); a longer silence says nothing about running. */
const SILENCE = 6.5 * 3600 * 1000;

/**
 * The relay with the runs of a notice log. For the time it covers the log is the better knowledge; what was known of the
 * time before and after stays, and where two stretches touch they are one run. A run without an end is known until the
 * last line; what came after that nobody knows. Pure.
 */
export function learnUptime(
  relay: Relay,
  { covers, runs }: Pick<NoticeLogFacts, "covers" | "runs">,
  { learnedAt, source = "notice log" }: { learnedAt: Instant; source?: string },
): Relay {
  if (covers === null) return relay;
  const from = Math.min(covers.from, ...runs.map((run) => run.from));
  const known = relay.uptime.flatMap((run) => outside(run, from, covers.to));
  const next = Math.min(...known.map((run) => run.from).filter((at) => at >= covers.to));
  const isRunning = runs.some((run) => run.to === null);
  // Running at the last line, and running again soon after: nothing tells of an end between.
  const last = next - covers.to <= SILENCE ? next : covers.to;
  const learnt = runs
    .map((run): Uptime => ({ from: run.from, to: run.to ?? last, source, learnedAt }))
    .filter((run) => run.to !== run.from);
  const silence = { from: last, to: next === Number.POSITIVE_INFINITY ? null : next };
  const unsure = (relay.unsure ?? []).flatMap((one) =>
    outside(one, from, isRunning ? silence.to : covers.to),
  );
  if (isRunning && silence.from !== silence.to) unsure.push({ ...silence, source, learnedAt });
  const uptime = joined([...known, ...learnt]);
  return { ...relay, uptime, ...((unsure.length > 0 || relay.unsure) && { unsure }) };
}

/** What of an interval lies before `from` and from `to` on. */
function outside(known: Uptime, from: Instant, to: Instant | null): Uptime[] {
  const before = cut(known, Number.NEGATIVE_INFINITY, from);
  return to === null ? before : [...before, ...cut(known, to, null)];
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
