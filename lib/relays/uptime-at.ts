import type { Relay, Uptime } from "./history.ts";
import { intervalsIn, type TimeWindow } from "./intervals-in.ts";

/**
 * Whether the relay ran in the window. `down` only when known intervals leave the window out, after one that is known to
 * have ended, and nothing there is unsure; before the first of them, or with none at all, nothing is known. `changed`: it
 * ran for a part of it.
 */
export type UptimeAnswer = { answer: "up" | "down" | "changed" | "unknown"; intervals: Uptime[] };

export function uptimeAt(relay: Relay, window: TimeWindow): UptimeAnswer {
  const { found, standing } = intervalsIn(relay.uptime, window);
  const isUnsure = intervalsIn(relay.unsure ?? [], window).found.length > 0;
  const answer = isUnsure && standing === "ended" ? "unknown" : ANSWERS[standing];
  return { answer, intervals: found };
}

const ANSWERS = {
  covered: "up",
  partly: "changed",
  ended: "down",
  before: "unknown",
  none: "unknown",
} as const;
