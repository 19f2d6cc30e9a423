import type { Instant } from "../time/instant.ts";
import type { Stretch } from "./span-view.ts";
import { placeOf } from "./strip-view.ts";

/** A mark of the time axis: `x` in percent. */
export type Tick = { x: number; label: string };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Weeks begin on Mondays; 1970 began on a Thursday. */
const MONDAY = 4 * DAY;

type Step = { months: number } | { ms: number };
/** From fine to coarse. */
const STEPS: readonly Step[] = [
  { ms: HOUR },
  { ms: 3 * HOUR },
  { ms: 6 * HOUR },
  { ms: 12 * HOUR },
  { ms: DAY },
  { ms: 2 * DAY },
  { ms: 7 * DAY },
  { ms: 14 * DAY },
  { months: 1 },
  { months: 3 },
  { months: 6 },
  { months: 12 },
  { months: 24 },
  { months: 60 },
  { months: 240 },
];

/** A day and an hour take more room than a day or a month. */
const HOURLY_WIDTH = 1.6;

/** Marks at round moments in UTC, as many as fit: at most `most`. */
export function ticksOf(stretch: Stretch, most: number): Tick[] {
  for (const step of STEPS) {
    const room = isHourly(step) ? Math.max(1, Math.floor(most / HOURLY_WIDTH)) : most;
    const count = (stretch.to - stretch.from) / lengthOf(step);
    if (count > room + 1) continue;
    const moments = momentsOf(step, stretch);
    if (moments.length <= room)
      return moments.flatMap((at) => {
        const x = placeOf(at, stretch);
        return x === null ? [] : [{ x, label: labelOf(at, step) }];
      });
  }
  return [];
}

function isHourly(step: Step): boolean {
  return "ms" in step && step.ms < DAY;
}

function lengthOf(step: Step): number {
  return "ms" in step ? step.ms : step.months * 30 * DAY;
}

function momentsOf(step: Step, { from, to }: Stretch): Instant[] {
  const moments: Instant[] = [];
  for (let at = firstOf(step, from); at <= to; at = nextOf(step, at)) {
    if (at >= from) moments.push(at);
  }
  return moments;
}

function firstOf(step: Step, from: Instant): Instant {
  if ("ms" in step) return Math.ceil((from - MONDAY) / step.ms) * step.ms + MONDAY;
  const date = new Date(from);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return monthStart(Math.floor(months / step.months) * step.months);
}

function nextOf(step: Step, at: Instant): Instant {
  if ("ms" in step) return at + step.ms;
  const date = new Date(at);
  return monthStart(date.getUTCFullYear() * 12 + date.getUTCMonth() + step.months);
}

function monthStart(months: number): Instant {
  return Date.UTC(Math.floor(months / 12), months % 12, 1);
}

function labelOf(at: Instant, step: Step): string {
  const iso = new Date(at).toISOString();
  if ("months" in step) return step.months >= 12 ? iso.slice(0, 4) : iso.slice(0, 7);
  return isHourly(step) ? `${iso.slice(5, 10)} ${iso.slice(11, 16)}` : iso.slice(5, 10);
}
