import type { PolicyInForce, Relay, RelayHistory, Tenure, Uptime } from "../relays/history.ts";

export const ORIGIN = "2026-01-01T00:00:00Z";
const SOURCE = { source: "torrc", learnedAt: Date.parse(ORIGIN) };

/** An exit at 192.0.2.7 since the beginning of 2026 with tor's default exit policy, and nothing known about when it ran. */
export function aRelay(given: Partial<Relay> = {}): Relay {
  return {
    nickname: "relay7",
    fingerprint: "7".repeat(40),
    tenures: [aTenure("192.0.2.7")],
    policies: [aPolicy(["ExitRelay 1"])],
    uptime: [],
    ...given,
  };
}

/** Times are ISO 8601 text; `to` null is "still". */
export function aTenure(ip: string, from = ORIGIN, to: string | null = null): Tenure {
  return { ip, ...between(from, to), ...SOURCE };
}

/** Policy lines in torrc form. */
export function aPolicy(
  lines: string[],
  from = ORIGIN,
  to: string | null = null,
  form: PolicyInForce["form"] = "torrc",
): PolicyInForce {
  return { lines, form, ...between(from, to), ...SOURCE };
}

/** From a log that was read months later. */
export function anUptime(from = ORIGIN, to: string | null = null): Uptime {
  const learnedAt = Date.parse("2026-06-01T00:00:00Z");
  return { ...between(from, to), source: "notice log", learnedAt };
}

export function aHistory(...relays: Relay[]): RelayHistory {
  return { relays };
}

function between(from: string, to: string | null) {
  return { from: Date.parse(from), to: to === null ? null : Date.parse(to) };
}
