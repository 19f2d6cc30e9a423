import type { Viewer } from "../../lib/accounts/viewer.ts";
import { listQueue } from "../../lib/cases/queue-store.ts";
import type { Db } from "../../lib/db/client.ts";
import type { Arrival } from "../../lib/testing/faulty-smtp.ts";

/**
 * `lost`: an approved letter that neither arrived nor is before the operator as failed or unknown. `doubled`: arrivals
 * beyond the first, and arrivals of what was taken back. `unknown`: nobody knows, `shown` how many of those the
 * operator sees: in the queue under "needs a fact" with the reason in the timeline.
 */
export type Tally = {
  lost: number;
  doubled: number;
  unknown: number;
  shown: number;
  /** A line about each letter that was lost or doubled. */
  wrong: string[];
};

/** What became of every letter; `approved`: ids of outbox rows the operator was told are on their way. */
export async function tallyLetters(
  desk: { db: Db; people: { owner: Viewer } },
  arrivals: readonly Arrival[],
  approved: readonly string[],
): Promise<Tally> {
  const letters = await desk.db.outboxMail.findMany();
  const before = await beforeTheOperator(desk.db, desk.people.owner);
  const times = countArrivals(arrivals);
  const kept = new Set(letters.map(({ id }) => id));
  const fates = letters.flatMap(({ id, caseId, messageId, state, to, answer }) =>
    (to as string[]).map((recipient) => ({
      id,
      state,
      answer: answer ?? "no answer",
      count: times.get(`${messageId} ${recipient}`) ?? 0,
      shown: before.has(`${caseId} ${state} ${id}`),
    })),
  );
  const unknown = fates.filter(({ state }) => state === "unknown");
  return {
    lost: approved.filter((id) => !kept.has(id)).length + fates.filter(isLost).length,
    doubled: fates.map(tooMany).reduce((a, b) => a + b, 0),
    unknown: unknown.length,
    shown: unknown.filter(({ shown }) => shown).length,
    wrong: fates
      .filter((fate) => isLost(fate) || tooMany(fate) > 0)
      .map((fate) => JSON.stringify(fate)),
  };
}

type Fate = { id: string; state: string; answer: string; count: number; shown: boolean };

function isLost({ state, count, shown }: Fate): boolean {
  if (state === "cancelled" || state === "unknown") return false;
  if (state === "sent") return count === 0;
  return state !== "failed" || count > 0 || !shown;
}

function tooMany({ state, count }: Fate): number {
  return Math.max(0, count - (state === "cancelled" ? 0 : 1));
}

const KINDS: Record<string, string> = { send_failed: "failed", send_unknown: "unknown" };

/** "case state letter" of every letter the operator finds under "needs a fact" with the reason in its timeline. */
async function beforeTheOperator(db: Db, viewer: Viewer): Promise<Set<string>> {
  const found = new Set<string>();
  let after: string | null = null;
  do {
    const query = { tab: "needs_fact" as const, size: 200, after, now: Date.now() };
    const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(db, viewer, query);
    const entries = await db.timelineEntry.findMany({
      where: { caseId: { in: page.rows.map(({ id }) => id) }, kind: { in: Object.keys(KINDS) } },
    });
    for (const { caseId, kind, data } of entries)
      found.add(`${caseId} ${KINDS[kind]} ${(data as { outboxId?: string }).outboxId}`);
    after = page.next;
  } while (after !== null);
  return found;
}

function countArrivals(arrivals: readonly Arrival[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { messageId, recipients } of arrivals)
    for (const recipient of recipients) {
      const key = `${messageId} ${recipient}`;
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  return times;
}
