import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { type Period, startOf } from "./period.ts";

export type CountedMitigations = {
  /** Now: lines of ours that are known to stand in a policy. */
  inForce: { relays: string[]; lines: string[]; expiresAt: number }[];
  /** Came into force, and were taken out or ran out, in the period. */
  begun: number;
  ended: number;
};

/** More than this are not listed; they are counted. */
const MOST = 200;
/** What was closed because of a sealed case is in no report: it would tell that there is one. */
const COUNTED = { OR: [{ caseId: null }, { case: { sealed: false } }] };

/** The mitigations in force, and how many began and ended in the period. `relay`: a nickname; null: of all. */
export async function countMitigations(
  db: Db,
  viewer: Viewer,
  { period, relay }: { period: Period; relay: string | null },
): Promise<CountedMitigations> {
  if (!canSeeDesk(viewer)) return { inForce: [], begun: 0, ended: 0 };
  const within = { gte: new Date(startOf(period.from)), lt: new Date(startOf(period.to + 1)) };
  const rows = await db.mitigation.findMany({
    where: {
      AND: [COUNTED, { OR: [{ state: "active" }, { from: within }, { endedAt: within }] }],
    },
    select: { state: true, relays: true, lines: true, from: true, endedAt: true, expiresAt: true },
    orderBy: { expiresAt: "asc" },
  });
  const about = rows.filter(({ relays }) => relay === null || (relays as string[]).includes(relay));
  const isWithin = (date: Date | null) =>
    date !== null && date >= within.gte && date.getTime() < within.lt.getTime();
  return {
    inForce: about
      .filter(({ state }) => state === "active")
      .slice(0, MOST)
      .map(({ relays, lines, expiresAt }) => ({
        relays: relays as string[],
        lines: lines as string[],
        expiresAt: expiresAt.getTime(),
      })),
    begun: about.filter(({ from }) => isWithin(from)).length,
    // One that was never put in did not end either.
    ended: about.filter(({ from, endedAt }) => from !== null && isWithin(endedAt)).length,
  };
}
