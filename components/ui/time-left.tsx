import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

const HOUR = 3_600_000;

/** How long until a deadline, in the largest useful unit; overdue says so in words. */
export function TimeLeft({ deadline, now }: { deadline: number; now: number }) {
  const { tone, text } = timeLeft(deadline, now);
  return <Badge tone={tone}>{text}</Badge>;
}

export function timeLeft(deadline: number, now: number): { tone: BadgeTone; text: string } {
  const left = deadline - now;
  return { tone: tone(left), text: leftText(left) };
}

function tone(left: number): BadgeTone {
  if (left < 2 * HOUR) return "error";
  return left < 12 * HOUR ? "warning" : "plain";
}

function leftText(left: number): string {
  if (left < 0) return fill(words().frame.overdue, { left: span(-left) });
  return fill(words().frame.left, { left: span(left) });
}

function span(ms: number): string {
  if (ms < HOUR)
    return fill(words().frame.minutes, { count: Math.max(1, Math.round(ms / 60_000)) });
  if (ms < 48 * HOUR) return `${Math.round(ms / HOUR)} h`;
  return fill(words().frame.days, { count: Math.round(ms / (24 * HOUR)) });
}
