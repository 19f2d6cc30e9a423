import type { Complaint } from "../complaints/complaint.ts";
import type { Relay, RelayHistory } from "../relays/history.ts";
import { intervalsIn, type TimeWindow } from "../relays/intervals-in.ts";
import { ourAddressesIn } from "../relays/tenures-at.ts";
import type { Instant, Interval } from "../time/instant.ts";
import type { Evidence } from "./verdict.ts";

/** What a complaint says, as far as the choice of proofs depends on it. */
export type Said = Pick<Complaint, "accused" | "events">;

/**
 * When the events may have happened, each window once. A complaint without a time is taken at its arrival, the only
 * moment it names for sure.
 */
export function eventWindows({ events }: Said, receivedAt: Instant): TimeWindow[] {
  const windows = events.flatMap(({ time }): TimeWindow[] => {
    const one = time?.earliest ?? time?.at ?? time?.latest ?? null;
    const other = time?.latest ?? time?.at ?? one;
    if (one === null || other === null) return [];
    return [{ earliest: Math.min(one, other), latest: Math.max(one, other) }];
  });
  const found = new Map(windows.map((window) => [`${window.earliest} ${window.latest}`, window]));
  if (found.size === 0) return [{ earliest: receivedAt, latest: receivedAt }];
  return [...found.values()];
}

/** A whole network may be accused. */
const MAX_RELAYS = 50;

/**
 * The relays whose records prove or disprove the complaint: those the evidence names, and those that ever held an accused
 * address, since "not ours at that time" is proven by what they announced instead.
 */
export function concernedRelays(said: Said, evidence: Evidence, history: RelayHistory): Relay[] {
  const accused = [
    ...said.accused.map(({ value }) => value),
    ...said.events.flatMap(({ sourceIp }) => (sourceIp === null ? [] : [sourceIp])),
  ];
  const addresses = new Set([...new Set(accused)].flatMap((cidr) => ourAddressesIn(history, cidr)));
  const named = new Set(evidence.relays.map(({ fingerprint }) => fingerprint));
  const [first, second] = [
    history.relays.filter(({ fingerprint }) => named.has(fingerprint)),
    history.relays.filter(
      ({ fingerprint, tenures }) =>
        !named.has(fingerprint) && tenures.some(({ ip }) => addresses.has(ip)),
    ),
  ];
  return [...first, ...second].slice(0, MAX_RELAYS);
}

/**
 * What is recorded of the relay for these times. Where the records leave a part of one open, the neighbours on either side
 * are kept too: they show until when it held the address, or when it stopped and started again.
 */
export function relayDuring(relay: Relay, windows: readonly TimeWindow[]): Relay {
  return {
    ...relay,
    tenures: during(relay.tenures, windows),
    policies: during(relay.policies, windows),
    uptime: during(relay.uptime, windows),
  };
}

function during<T extends Interval>(intervals: readonly T[], windows: readonly TimeWindow[]): T[] {
  const sorted = intervals.toSorted((a, b) => a.from - b.from);
  const kept = new Set<T | undefined>();
  for (const window of windows) {
    const { found, standing } = intervalsIn(sorted, window);
    for (const interval of found) kept.add(interval);
    if (standing === "covered") continue;
    kept.add(sorted.findLast(({ to }) => to !== null && to <= window.earliest));
    kept.add(sorted.find(({ from }) => from > window.latest));
  }
  return sorted.filter((interval) => kept.has(interval));
}
