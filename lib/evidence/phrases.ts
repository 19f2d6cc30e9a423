import type { Confirmed, Sourced } from "../relays/history.ts";
import { type Instant, type Interval, toIso } from "../time/instant.ts";
import type { Accusation, Target } from "./accusations.ts";
import { isSighting, lastSeen } from "./known-until.ts";

/** `2026-02-03 04:05:06 UTC` */
export function utc(at: Instant): string {
  return toIso(at).replace("T", " ").replace("Z", " UTC");
}

/** The time of the event inside a sentence: `at ...`, `between ... and ...`, `at an unknown time before ...`. */
export function when({ earliest, latest, time }: Accusation): string {
  const bounded = time !== null && (time.at !== null || time.latest !== null);
  if (earliest !== null && latest !== null) {
    return earliest === latest
      ? `at ${utc(earliest)}`
      : `between ${utc(earliest)} and ${utc(latest)}`;
  }
  if (earliest !== null) return `at an unknown time after ${utc(earliest)}`;
  return bounded && latest !== null
    ? `at an unknown time before ${utc(latest)}`
    : "at the unknown time of the event";
}

/** `since ...` or `from ... to ...`. */
export function span({ from, to }: Interval): string {
  return to === null ? `since ${utc(from)}` : `from ${utc(from)} to ${utc(to)}`;
}

/** The same, with when it was last seen where that is all that is known of its end. */
export function recorded(record: Interval & Sourced & Confirmed): string {
  const isOpen = record.to === null && isSighting(record);
  return isOpen ? `${span(record)}, last seen at ${utc(lastSeen(record))}` : span(record);
}

/** What settles a question that old records leave open. */
export const REMEDY = "Give the desk the relay's torrc, its log or newer descriptors to settle it.";

/** `198.51.100.20:25`, `port 25 at any address`, `any port of 198.51.100.20`, `any destination`. */
export function destination({ ip, port }: Target): string {
  if (ip === null) return port === null ? "any destination" : `port ${port} at any public address`;
  if (port === null) return `any port of ${ip}`;
  return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function list(items: readonly string[], most = 6): string {
  const shown = items.slice(0, most);
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
