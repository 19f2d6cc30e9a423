import type { Instant } from "../time/instant.ts";
import type { AlertKind } from "./decide-alerts.ts";

export const CHANNEL_KINDS = ["mail", "ntfy", "webhook"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Where people of this desk are called. `place`: what may be shown of it. */
export type AlertChannel = {
  id: string;
  kind: ChannelKind;
  place: string;
  proxy: string;
  mailboxId: string | null;
  hasSecret: boolean;
  wanted: AlertKind[];
  enabled: boolean;
  failures: number;
  lastSentAt: Instant | null;
  lastProblem: string | null;
};

/** With what is sealed in the database. `target`: an e-mail address, or a web address. */
export type OpenChannel = AlertChannel & { target: string; secret: string | null };

const MINUTE = 60_000;
/** However much happens, nobody is called more often. */
const GAP_MS = 5 * MINUTE;
const LONGEST_MS = 60 * MINUTE;

/** When a channel may be used again: after the gap, and after failures (`failures` in a row) ever later, up to an hour. */
export function nextTurn(now: Instant, failures: number): Instant {
  if (failures === 0) return now + GAP_MS;
  return now + Math.min(LONGEST_MS, MINUTE * 2 ** Math.min(failures - 1, 10));
}
