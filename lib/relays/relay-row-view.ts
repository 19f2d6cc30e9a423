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
/** Stretches after the first thing known for which no address or no policy is known. */
export type RowGaps = { addresses: number; policies: number; longest: number };

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
    newest: newestOf(all),
    gaps: gapsOf(tenures, policies, now),
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

function newestOf(all: readonly Known[]): RelayRow["newest"] {
  let newest: RelayRow["newest"] = null;
  for (const known of all) {
    const at = lastSeen(known);
    if (newest === null || at > newest.at) newest = { source: known.source, at };
  }
  return newest;
}

function gapsOf(
  tenures: readonly Interval[],
  policies: readonly Interval[],
  now: Instant,
): RowGaps {
  const [addresses, rules] = [laterGaps(tenures, now), laterGaps(policies, now)];
  return {
    addresses: addresses.length,
    policies: rules.length,
    longest: Math.max(0, ...addresses, ...rules),
  };
}

/** Lengths of the gaps that something known stands before. */
function laterGaps(intervals: readonly Interval[], now: Instant): number[] {
  return withGaps(intervals).flatMap(({ gap }) =>
    gap === null || gap.from === null ? [] : [Math.max(0, (gap.to ?? now) - gap.from)],
  );
}
