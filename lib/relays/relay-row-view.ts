import type { Instant, Interval } from "../time/instant.ts";
import type { Confirmed, Relay, Sourced } from "./history.ts";
import { lastSeen } from "./last-seen-view.ts";
import { withGaps } from "./with-gaps.ts";

type Known = Interval & Sourced & Confirmed;

/** What one line of the list says. */
export type RelayRow = {
  id: string;
  nickname: string;
  /** Null until it is learnt. */
  fingerprint: string | null;
  /** Held now, as far as known. */
  addresses: string[];
  /** Held once and no longer, where the search was for one of them. */
  formerly: { ip: string; to: Instant }[];
  role: "exit" | "non-exit" | "unknown";
  /** From when to when anything is known; `to` null is "until now". */
  known: Interval | null;
  newest: { source: string; at: Instant } | null;
  gaps: RowGaps;
};
/**
 * Stretches after the first thing known for which no address or no policy is known, and the longest of them in
 * milliseconds; `never`: nothing at all is known of one of them. A relay nothing is known of any more has no gap for that:
 * `known.to` says it.
 */
export type RowGaps = {
  addresses: number;
  policies: number;
  longest: number;
  never: "address" | "policy" | null;
};

/** Nobody has looked for longer than this: what is said about today may be wrong. A relay publishes a descriptor at least every 18 hours. */
export const STALE_MS = 30 * 86_400_000;

/** The parts of a line that come from the intervals; `now` bounds a gap that is still open. Pure. */
export function relayRow(
  { tenures, policies, uptime }: Pick<Relay, "tenures" | "policies" | "uptime">,
  now: Instant,
): Pick<RelayRow, "addresses" | "known" | "newest" | "gaps"> {
  const all = [...tenures, ...policies, ...uptime];
  const held = tenures.filter(({ from, to }) => from <= now && (to === null || to > now));
  return {
    addresses: [...new Set(held.map(({ ip }) => ip))],
    known: whole(all),
    newest: newestOf([...tenures, ...policies], uptime),
    gaps: gapsOf({ tenures, policies }, whole(all)?.to ?? null, now),
  };
}

function whole(all: readonly Interval[]): Interval | null {
  if (all.length === 0) return null;
  const ends = all.map(({ to }) => to);
  return {
    from: Math.min(...all.map(({ from }) => from)),
    to: ends.includes(null) ? null : Math.max(...ends.map((to) => to ?? 0)),
  };
}

function newestOf(
  told: readonly Known[],
  uptime: readonly (Interval & Sourced)[],
): RelayRow["newest"] {
  const seen = [
    ...told.map((known) => ({ source: known.source, at: lastSeen(known) })),
    ...uptime.map(({ source, from, to }) => ({ source, at: to ?? from })),
  ];
  return seen.reduce<RelayRow["newest"]>(
    (newest, each) => (newest === null || each.at > newest.at ? each : newest),
    null,
  );
}

function gapsOf(
  { tenures, policies }: Pick<Relay, "tenures" | "policies">,
  silentSince: Instant | null,
  now: Instant,
): RowGaps {
  const end = silentSince ?? now;
  const [addresses, rules] = [laterGaps(tenures, end), laterGaps(policies, end)];
  const withoutPolicy = policies.length === 0 ? ("policy" as const) : null;
  return {
    addresses: addresses.length,
    policies: rules.length,
    longest: Math.max(0, ...addresses, ...rules),
    never: tenures.length === 0 ? "address" : withoutPolicy,
  };
}

/** Lengths of the gaps that something known stands before. */
function laterGaps(intervals: readonly Interval[], end: Instant): number[] {
  return withGaps(intervals).flatMap(({ gap }) => {
    if (gap === null || gap.from === null) return [];
    const length = (gap.to ?? end) - gap.from;
    return length > 0 ? [length] : [];
  });
}
