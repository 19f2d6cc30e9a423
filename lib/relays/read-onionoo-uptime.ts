import { z } from "zod";
import type { Instant, Interval } from "../time/instant.ts";
import { parseFingerprint } from "./fingerprint.ts";
import { problem, type ReadProblem } from "./read-problem.ts";
import { utcTime } from "./utc-time.ts";

/** One step of a history: for which part of it the relay was listed as running; null when nobody knows. */
export type UptimeSlot = Interval & { to: Instant; fraction: number | null };
/** `slots`: the finest history for each time, by time, without overlap. */
export type OnionooUptime = { fingerprint: string; slots: UptimeSlot[] };

const MAX_RELAYS = 10_000;
const MAX_VALUES = 5_000;

/**
 * Reads an Onionoo uptime document: for each relay histories of different steps, from hours in the last month to ten days
 * over years. Never throws.
 */
export function readOnionooUptime(text: string): {
  relays: OnionooUptime[];
  problems: ReadProblem[];
} {
  const read = DOCUMENT.safeParse(parsed(text));
  if (!read.success) {
    const why =
      "This is not an Onionoo uptime document; it is JSON with a list named relays. Fetch it again.";
    return { relays: [], problems: [problem("onionoo", why)] };
  }
  const relays: OnionooUptime[] = [];
  let unusable = 0;
  for (const given of read.data.relays.slice(0, MAX_RELAYS)) {
    const one = RELAY.safeParse(given);
    const fingerprint = one.success ? parseFingerprint(one.data.fingerprint) : null;
    if (one.success && fingerprint !== null) {
      relays.push({ fingerprint, slots: finest(Object.values(one.data.uptime ?? {})) });
    } else unusable += 1;
  }
  const problems =
    unusable === 0 ? [] : [problem("onionoo-relay", `${unusable} relays of it cannot be read.`)];
  return { relays, problems };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const HISTORY = z.object({
  first: z.string(),
  interval: z.number().int().min(60).max(10_000_000),
  factor: z.number().nonnegative(),
  values: z.array(z.number().nullable()).max(MAX_VALUES),
});
const DOCUMENT = z.object({ relays: z.array(z.unknown()) });
const RELAY = z.object({
  fingerprint: z.string(),
  uptime: z.record(z.string(), z.unknown()).optional(),
});

/** Where histories overlap the one with the smaller steps counts, as a whole: a step is never cut in two claims. */
function finest(histories: readonly unknown[]): UptimeSlot[] {
  const usable = histories.flatMap((given) => {
    const read = HISTORY.safeParse(given);
    return read.success ? [read.data] : [];
  });
  let slots: UptimeSlot[] = [];
  for (const history of usable.sort((a, b) => a.interval - b.interval)) {
    const [begin, end] = [slots[0]?.from ?? Number.POSITIVE_INFINITY, slots.at(-1)?.to ?? 0];
    const all = slotsOf(history);
    const outside = all.filter(({ from, to }) => to <= begin || from >= end);
    slots = [...(slots.length === 0 ? all : outside), ...slots].sort((a, b) => a.from - b.from);
  }
  return slots;
}

/** Onionoo names the middle of the first step (protocol 8.0, "history objects"); `factor` makes a value a fraction. */
function slotsOf({ first, interval, factor, values }: z.infer<typeof HISTORY>): UptimeSlot[] {
  const middle = utcTime(first);
  if (middle === null) return [];
  const step = interval * 1000;
  return values.map((value, index) => {
    const from = middle - step / 2 + index * step;
    return { from, to: from + step, fraction: value === null ? null : value * factor };
  });
}
