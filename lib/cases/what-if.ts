import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { decide } from "../exit-policy/decide.ts";
import type { Policy } from "../exit-policy/policy.ts";
import { inRegion, type PolicyDifference } from "../exit-policy/policy-difference.ts";
import { type Ip, ipFamily } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import { type ComplaintHead, complaintHeads, readEvents } from "./claimed-event-store.ts";
import type { ClaimedEvent } from "./claimed-events.ts";

/**
 * What a change of policy would have meant for one event: `covered`: let out before, not after. `perhaps`: the complaint
 * does not name what decides. `closed-already`: the policy of now rejects it too. `not-tor`: no TCP, so no policy matters.
 */
export type Coverage = "covered" | "perhaps" | "closed-already" | "not-tor" | "untouched";

export type CoveredComplaint = ComplaintHead & { covered: number; perhaps: number; events: number };
export type WhatIf = {
  /** Complaints with at least one event that is covered, then those with one that perhaps is; newest first, cut. */
  complaints: CoveredComplaint[];
  /** How many there are of each before the list was cut. */
  covered: number;
  perhaps: number;
  /** Of the covered complaints. */
  byType: Count[];
  byProvider: Count[];
  events: Record<Coverage, number>;
  /** Only the newest events were looked at. */
  cut: boolean;
};
export type Count = { name: string; count: number };

/** The question is one page: older events than the newest ten thousand do not change what is decided. */
export const MAX_EVENTS = 10_000;
const SHOWN = 100;
const DAY = 24 * 3_600_000;

type Asked = {
  before: Policy;
  after: Policy;
  difference: PolicyDifference;
  days: number;
  about: readonly Ip[] | null;
  now: Instant;
};

/** Holds the complaints of the last days, those the viewer may see, against a change of policy. */
export async function whatIf(db: Db, viewer: Viewer, asked: Asked): Promise<WhatIf> {
  const since = asked.now - asked.days * DAY;
  const { events, more } = await readEvents(db, viewer, {
    since,
    about: asked.about,
    limit: MAX_EVENTS,
  });
  const counts = { covered: 0, perhaps: 0, "closed-already": 0, "not-tor": 0, untouched: 0 };
  const tallies = new Map<string, { covered: number; perhaps: number; events: number }>();
  for (const event of events) {
    const coverage = coverageOf(event, asked);
    counts[coverage]++;
    const tally = tallies.get(event.complaintId) ?? { covered: 0, perhaps: 0, events: 0 };
    tallies.set(event.complaintId, tally);
    tally.events++;
    if (coverage === "covered" || coverage === "perhaps") tally[coverage]++;
  }
  const touched = [...tallies].filter(([, { covered, perhaps }]) => covered + perhaps > 0);
  const heads = await complaintHeads(
    db,
    viewer,
    touched.map(([id]) => id),
  );
  return { ...summed(heads, tallies), events: counts, cut: more };
}

function summed(
  heads: readonly ComplaintHead[],
  tallies: ReadonlyMap<string, { covered: number; perhaps: number; events: number }>,
): Omit<WhatIf, "events" | "cut"> {
  const none = { covered: 0, perhaps: 0, events: 0 };
  const all = heads.map((head) => ({ ...head, ...(tallies.get(head.id) ?? none) }));
  const covered = all.filter((one) => one.covered > 0);
  const perhaps = all.filter((one) => one.covered === 0);
  return {
    complaints: [...covered, ...perhaps].slice(0, SHOWN),
    covered: covered.length,
    perhaps: perhaps.length,
    byType: countBy(covered.map(({ type }) => type)),
    byProvider: countBy(covered.map(({ forwardedBy }) => forwardedBy ?? "")),
  };
}

/** What the change means for one event. */
export function coverageOf(
  { destinationIp: ip, destinationPort: port, protocol }: ClaimedEvent,
  { before, after, difference }: Pick<Asked, "before" | "after" | "difference">,
): Coverage {
  if (protocol === "udp" || protocol === "icmp") return "not-tor";
  // A complaint that names no address speaks of an IPv4 one far more often than not.
  const target = { ip, port, family: ip === null ? (4 as const) : ipFamily(ip) };
  const now = decide(before, target);
  if (now.result === "reject") return "closed-already";
  if (decide(after, target).result === "reject") return "covered";
  if (ip !== null && port !== null) return "untouched";
  const inside = difference.closed
    .filter(({ family }) => family === target.family)
    .map((region) => inRegion(region, ip, port));
  if (inside.includes("yes")) return "covered";
  return inside.includes("perhaps") ? "perhaps" : "untouched";
}

function countBy(names: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
