import { Badge, type BadgeTone } from "./badge.tsx";

const HOUR = 3_600_000;

/** How long until a deadline, in the largest useful unit; overdue says so in words. */
export function TimeLeft({ deadline, now }: { deadline: number; now: number }) {
  const left = deadline - now;
  return <Badge tone={tone(left)}>{words(left)}</Badge>;
}

function tone(left: number): BadgeTone {
  if (left < 2 * HOUR) return "error";
  return left < 12 * HOUR ? "warning" : "plain";
}

function words(left: number): string {
  if (left < 0) return `overdue by ${span(-left)}`;
  return `${span(left)} left`;
}

function span(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.round(ms / 60_000))} min`;
  if (ms < 48 * HOUR) return `${Math.round(ms / HOUR)} h`;
  return `${Math.round(ms / (24 * HOUR))} days`;
}
