import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseLine, QueueRow } from "./case.ts";
import { COUNT_CAP, type QueueQuery, TABS, type Tab, type TabCounts } from "./queue.ts";
import { visibleTo } from "./visible.ts";

/** Open cases whose deadline is this near are due. */
const DUE_MS = 24 * 3_600_000;
const MAX_PAGE = 200;

/**
 * One page of the queue: open and waiting cases by deadline (none comes last, then oldest first), done ones newest
 * first. `next` is the cursor of the following page, null at the end. `quarantine` holds no cases, see `listQuarantine`.
 */
export async function listQueue(
  db: Db,
  viewer: Viewer,
  query: QueueQuery & { now: Instant },
): Promise<{ rows: QueueRow[]; next: string | null }> {
  const size = Math.min(Math.max(query.size, 1), MAX_PAGE);
  const newestFirst = query.tab === "done";
  const found = await db.case.findMany({
    where: {
      AND: [tabFilter(query.tab, query.now), visibleTo(viewer), after(query.after, newestFirst)],
    },
    orderBy: newestFirst ? { id: "desc" } : [{ sortAt: "asc" }, { id: "asc" }],
    take: size + 1,
  });
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return {
    rows: rows.map(queueRow),
    next: found.length > size && last ? `${last.sortAt.getTime()}.${last.id}` : null,
  };
}

/** How many cases each tab holds for this viewer, each counted up to COUNT_CAP. */
export async function countTabs(db: Db, viewer: Viewer, now: Instant): Promise<TabCounts> {
  const counts = await Promise.all(
    TABS.map(async (tab) => [tab, await countTab(db, viewer, tab, now)] as const),
  );
  return Object.fromEntries(counts) as TabCounts;
}

export function queueRow(row: CaseModel): QueueRow {
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
    complaints: row.complaintCount,
    deadlineAt: row.deadlineAt?.getTime() ?? null,
    openedAt: row.openedAt.getTime(),
    closedAt: row.closedAt?.getTime() ?? null,
  };
}

async function countTab(db: Db, viewer: Viewer, tab: Tab, now: Instant): Promise<number> {
  if (tab === "quarantine")
    return await db.sighting.count({ where: { outcome: "quarantined" }, take: COUNT_CAP });
  return await db.case.count({
    where: { AND: [tabFilter(tab, now), visibleTo(viewer)] },
    take: COUNT_CAP,
  });
}

function tabFilter(tab: Tab, now: Instant) {
  switch (tab) {
    case "open":
      return { state: "open" };
    case "due":
      return { state: "open", sortAt: { lte: new Date(now + DUE_MS) } };
    case "ready":
    case "needs_fact":
    case "unsorted":
    case "counsel":
      return { state: "open", decision: tab };
    case "waiting":
    case "done":
      return { state: tab };
    case "quarantine":
      return { id: { in: [] } };
  }
}

/** An unreadable cursor (a hand-made address) means the first page. */
function after(cursor: string | null, newestFirst: boolean) {
  const [, sortAt, id] = /^(-?\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor ?? "") ?? [];
  if (!sortAt || !id) return {};
  if (newestFirst) return { id: { lt: id } };
  const at = new Date(Number(sortAt));
  return { OR: [{ sortAt: { gt: at } }, { sortAt: at, id: { gt: id } }] };
}
