import { seesAllRelays } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseLine, CaseState, Decision, QueueRow } from "./case.ts";
import { COUNT_CAP, type QueueQuery, TABS, type Tab, type TabCounts } from "./queue.ts";
import { visibleTo } from "./visible.ts";
import { visibleSql } from "./visible-store.ts";

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

/** How many cases each tab holds for this viewer, each counted up to COUNT_CAP. One statement. */
export async function countTabs(db: Db, viewer: Viewer, now: Instant): Promise<TabCounts> {
  const due = new Date(now + DUE_MS);
  const cases = (filter: Prisma.Sql) =>
    Prisma.sql`"Case" c WHERE c."state" = 'open' ${filter} AND ${visibleSql(viewer)}`;
  const decided = (decision: Decision) => cases(Prisma.sql`AND c."decision" = ${decision}`);
  const inState = (state: CaseState) =>
    Prisma.sql`"Case" c WHERE c."state" = ${state} AND ${visibleSql(viewer)}`;
  const from: Record<Tab, Prisma.Sql> = {
    open: inState("open"),
    due: cases(Prisma.sql`AND c."sortAt" <= ${due}`),
    ready: decided("ready"),
    needs_fact: decided("needs_fact"),
    unsorted: decided("unsorted"),
    counsel: decided("counsel"),
    waiting: inState("waiting"),
    // Nobody knows which relay a mail is about that could not be read.
    quarantine: seesAllRelays(viewer)
      ? Prisma.sql`"Sighting" WHERE "outcome" = 'quarantined'`
      : Prisma.sql`"Sighting" WHERE 1 = 0`,
    done: Prisma.sql`${inState("done")} AND c."mergedIntoId" IS NULL`,
  };
  const counts = TABS.map(
    (tab) =>
      Prisma.sql`SELECT ${tab} AS "tab", count(*) AS "count" FROM (SELECT 1 FROM ${from[tab]} LIMIT ${COUNT_CAP}) AS capped`,
  );
  const rows = await db.$queryRaw<{ tab: Tab; count: bigint | number }[]>(
    Prisma.join(counts, " UNION ALL "),
  );
  return Object.fromEntries(rows.map((row) => [row.tab, Number(row.count)])) as TabCounts;
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
      return { state: tab };
    case "done":
      // The mails of a merged case are in another one's row.
      return { state: tab, mergedIntoId: null };
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
  // The first condition lets the index start at the cursor; the second breaks ties.
  return { sortAt: { gte: at }, OR: [{ sortAt: { gt: at } }, { id: { gt: id } }] };
}
