import { seesAllRelays } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseLine, LetterState, QueueRow } from "./case.ts";
import { LOOK, type QueueQuery } from "./queue.ts";
import { type Cursor, cursorOf, readCursor } from "./queue-cursor.ts";
import { type QueuePlan, queuePlan } from "./queue-plan.ts";
import { readAlong, readFitting, type ShownCase } from "./queue-window-store.ts";

const MAX_PAGE = 200;

/** `looked`: so many cases were looked at to find these, and there are more; null: the page is simply full, or the end. */
export type QueuePage = {
  rows: QueueRow[];
  next: string | null;
  previous: string | null;
  looked: number | null;
};

/**
 * One page of the queue: open and waiting cases by deadline (none comes last, then oldest first), done ones newest
 * first. `quarantine` holds no cases, see `listQuarantine`. One statement.
 */
export async function listQueue(
  db: Db,
  viewer: Viewer,
  { size: asked, after, before, now, ...filter }: QueueQuery & { now: Instant },
): Promise<QueuePage> {
  const size = Math.min(Math.max(asked, 1), MAX_PAGE);
  const plan = queuePlan(filter, now);
  const cursor = readCursor({ after, before });
  // Then the index holds exactly these cases in this order.
  const isPlain = plan.rest.length === 0 && plan.openedBy === null && seesAllRelays(viewer);
  const found = isPlain
    ? { rows: await readAlong(db, viewer, { plan, cursor, take: size + 1 }), looked: null }
    : await selected(db, viewer, plan, cursor, size);
  return page(found, cursor, size);
}

type Found = {
  rows: ShownCase[];
  looked: { last: { id: string; sortAt: Date }; count: number } | null;
};

/** Along the index, a bounded number of cases are looked at, and those that agree are read. */
async function selected(
  db: Db,
  viewer: Viewer,
  plan: QueuePlan,
  cursor: Cursor | null,
  size: number,
): Promise<Found> {
  const { rows, looked, last } = await readFitting(db, viewer, { plan, cursor, take: size + 1 });
  const stopped = looked >= LOOK && rows.length <= size && last !== null;
  return { rows, looked: stopped ? { last, count: looked } : null };
}

function page({ rows: found, looked }: Found, cursor: Cursor | null, size: number): QueuePage {
  const kept = found.slice(0, size);
  // Where the look ended, not where the last match stood: what lies between need not be looked at again.
  const end = looked?.last ?? (found.length > size ? kept.at(-1) : undefined);
  const further = end ? cursorOf(end) : null;
  const first = kept[0];
  const back = cursor !== null && first ? cursorOf(first) : null;
  const isBack = cursor?.back ?? false;
  return {
    rows: (isBack ? kept.toReversed() : kept).map(queueRow),
    next: isBack ? back : further,
    previous: isBack ? further : back,
    looked: looked?.count ?? null,
  };
}

export function queueRow(row: ShownCase): QueueRow {
  const lastMailAt = row.lastMailAt ?? row.openedAt;
  const letterState = row.letterState as LetterState;
  return {
    ...(row.line as CaseLine),
    id: row.id,
    ref: row.ref,
    title: row.title,
    type: row.type as QueueRow["type"],
    confidence: row.confidence,
    verdict: row.verdict as QueueRow["verdict"],
    route: row.route as QueueRow["route"],
    state: row.state as QueueRow["state"],
    decision: row.decision as QueueRow["decision"],
    sealed: row.sealed,
    version: row.version,
    complaints: row.complaintCount,
    lastMailAt: lastMailAt.getTime(),
    letterState,
    asksAgain:
      row.state === "open" &&
      letterState === "sent" &&
      row.answeredAt !== null &&
      lastMailAt > row.answeredAt,
    deadlineAt: row.deadlineAt?.getTime() ?? null,
    openedAt: row.openedAt.getTime(),
    closedAt: row.closedAt?.getTime() ?? null,
  };
}
