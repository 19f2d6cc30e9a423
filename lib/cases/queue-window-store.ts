import { seesAllRelays } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import { nestedRows, nestedSql } from "../db/nested-rows.ts";
import type { Instant } from "../time/instant.ts";
import { COUNT_CAP, type Count, LOOK, type QueueFilter, TABS, type TabCounts } from "./queue.ts";
import type { Cursor } from "./queue-cursor.ts";
import { type QueuePlan, queuePlan, type Term } from "./queue-plan.ts";
import { visibleSql } from "./visible-store.ts";

/** What `queueRow` needs of a case. */
export type ShownCase = Pick<
  CaseModel,
  | "id"
  | "ref"
  | "state"
  | "decision"
  | "type"
  | "confidence"
  | "verdict"
  | "route"
  | "sealed"
  | "title"
  | "line"
  | "complaintCount"
  | "deadlineAt"
  | "sortAt"
  | "version"
  | "openedAt"
  | "closedAt"
  | "lastMailAt"
  | "letterState"
  | "answeredAt"
>;
const SHOWN = [
  "id",
  "ref",
  "state",
  "decision",
  "type",
  "confidence",
  "verdict",
  "route",
  "sealed",
  "title",
  "line",
  "complaintCount",
  "deadlineAt",
  "sortAt",
  "version",
  "openedAt",
  "closedAt",
  "lastMailAt",
  "letterState",
  "answeredAt",
];
type Written<Row> = {
  [Name in keyof Row]: Date extends Row[Name] ? Exclude<Row[Name], Date> | string : Row[Name];
};

/** The next cases of the lead of a plan whose rest is empty, in the order of the list. */
export async function readAlong(
  db: Db,
  viewer: Viewer,
  { plan, cursor, take }: { plan: QueuePlan; cursor: Cursor | null; take: number },
): Promise<ShownCase[]> {
  const down = plan.newestFirst !== (cursor?.back ?? false);
  const order = orderSql(plan.newestFirst, down);
  const list = Prisma.sql`SELECT c.* FROM "Case" c WHERE ${leadSql(viewer, plan)} ${beyondSql(plan, cursor)} ORDER BY ${order} LIMIT ${take}`;
  const [found] = await db.$queryRaw<{ rows: string }[]>(
    Prisma.sql`SELECT ${nestedSql(db, SHOWN, list)} AS "rows"`,
  );
  // By id, as they are read; the sort keeps that where the deadlines are the same.
  const rows = nestedRows<Written<ShownCase>>(db, "Case", found?.rows ?? "[]").map(shownCase);
  if (!plan.newestFirst) rows.sort((a, b) => a.sortAt.getTime() - b.sortAt.getTime());
  return down ? rows.reverse() : rows;
}

/** A case along the index, and whether it is what was asked for. */
type Seen = { id: string; sortAt: string; fits: number };

/**
 * The next LOOK cases of the lead of a plan are looked at, and of those that are what was asked for the first `take` read, in
 * the order of the list; sealed ones only where the viewer may see them. One statement.
 */
export async function readFitting(
  db: Db,
  viewer: Viewer,
  { plan, cursor, take }: { plan: QueuePlan; cursor: Cursor | null; take: number },
): Promise<{ rows: ShownCase[]; looked: number; last: { id: string; sortAt: Date } | null }> {
  const order = orderSql(plan.newestFirst, plan.newestFirst !== (cursor?.back ?? false));
  const look = Prisma.sql`SELECT c."id", c."sortAt", CASE WHEN ${restSql(viewer, plan)} THEN 1 ELSE 0 END AS "fits"
    FROM "Case" c WHERE ${leadSql(viewer, plan)} ${beyondSql(plan, cursor)} ORDER BY ${order} LIMIT ${LOOK}`;
  const fitting = Prisma.sql`SELECT c."id" FROM seen c WHERE c."fits" = 1 ORDER BY ${order} LIMIT ${take}`;
  const list = Prisma.sql`SELECT c.* FROM "Case" c WHERE c."id" IN (${fitting}) AND ${visibleSql(viewer)}`;
  const all = Prisma.sql`SELECT c."id", c."sortAt", c."fits" FROM seen c`;
  const [found] = await db.$queryRaw<{ seen: string; rows: string }[]>(
    Prisma.sql`SELECT f."seen", f."rows" FROM (WITH seen AS MATERIALIZED (${look})
      SELECT ${nestedSql(db, ["id", "sortAt", "fits"], all)} AS "seen", ${nestedSql(db, SHOWN, list)} AS "rows") AS f`,
  );
  const byOrder = inOrder(plan, cursor);
  const seen = (JSON.parse(found?.seen ?? "[]") as Seen[])
    .map(({ id, sortAt }) => ({ id, sortAt: new Date(sortAt) }))
    .sort(byOrder);
  const rows = nestedRows<Written<ShownCase>>(db, "Case", found?.rows ?? "[]").map(shownCase);
  return { rows: rows.sort(byOrder), looked: seen.length, last: seen.at(-1) ?? null };
}

type Place = { id: string; sortAt: Date };

/** As `orderSql` has it. */
function inOrder(
  { newestFirst }: QueuePlan,
  cursor: Cursor | null,
): (a: Place, b: Place) => number {
  const turn = newestFirst !== (cursor?.back ?? false) ? -1 : 1;
  const byId = (a: Place, b: Place) => (a.id < b.id ? -turn : turn);
  if (newestFirst) return byId;
  return (a, b) => turn * (a.sortAt.getTime() - b.sortAt.getTime()) || byId(a, b);
}

/** One case, by its id or its ref; null where this viewer has none. */
export async function readShown(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<(ShownCase & { gagged: boolean }) | null> {
  const one = Prisma.sql`SELECT c.* FROM "Case" c WHERE (c."id" = ${id} OR c."ref" = ${id}) AND ${visibleSql(viewer)} LIMIT 1`;
  const [found] = await db.$queryRaw<{ rows: string }[]>(
    Prisma.sql`SELECT ${nestedSql(db, [...SHOWN, "gagged"], one)} AS "rows"`,
  );
  type Row = Written<ShownCase> & { gagged: number | boolean };
  const [row] = nestedRows<Row>(db, "Case", found?.rows ?? "[]");
  return row ? { ...shownCase(row), gagged: Boolean(Number(row.gagged)) } : null;
}

function shownCase(row: Written<ShownCase>): ShownCase {
  const moment = (written: string | null) => (written === null ? null : new Date(written));
  return {
    ...row,
    sealed: Boolean(Number(row.sealed)),
    deadlineAt: moment(row.deadlineAt),
    sortAt: new Date(row.sortAt),
    openedAt: new Date(row.openedAt),
    closedAt: moment(row.closedAt),
    lastMailAt: moment(row.lastMailAt),
    answeredAt: moment(row.answeredAt),
  };
}

/** How many cases each filter finds for this viewer, one after the other. One statement whatever their number. */
async function countLists(
  db: Db,
  viewer: Viewer,
  filters: readonly QueueFilter[],
  now: Instant,
): Promise<Count[]> {
  if (filters.length === 0) return [];
  const counts = filters.map((filter, at) => countSql(viewer, filter, at, now));
  const rows = await db.$queryRaw<{ at: bigint; looked: bigint; count: bigint }[]>(
    Prisma.join(counts, " UNION ALL "),
  );
  const found = new Map(rows.map((row) => [Number(row.at), row]));
  return filters.map((_, at) => {
    const row = found.get(at);
    return { count: Number(row?.count ?? 0), more: Number(row?.looked ?? 0) >= COUNT_CAP };
  });
}

/** The same of the fixed tabs. */
export async function countTabs(db: Db, viewer: Viewer, now: Instant): Promise<TabCounts> {
  return (await countTabsAnd(db, viewer, [], now)).tabs;
}

/** The same of the fixed tabs and of these filters: still one statement. */
export async function countTabsAnd(
  db: Db,
  viewer: Viewer,
  filters: readonly QueueFilter[],
  now: Instant,
): Promise<{ tabs: TabCounts; others: Count[] }> {
  const all = [...TABS.map((tab) => ({ tab })), ...filters];
  const counts = await countLists(db, viewer, all, now);
  const tabs = Object.fromEntries(TABS.map((tab, at) => [tab, counts[at]])) as TabCounts;
  return { tabs, others: counts.slice(TABS.length) };
}

function countSql(viewer: Viewer, filter: QueueFilter, at: number, now: Instant): Prisma.Sql {
  const plan = queuePlan(filter, now);
  const looked =
    filter.tab === "quarantine"
      ? quarantineSql(viewer)
      : Prisma.sql`SELECT CASE WHEN ${restSql(viewer, plan)} THEN 1 ELSE 0 END AS "fits"
          FROM "Case" c WHERE ${leadSql(viewer, plan)} LIMIT ${COUNT_CAP}`;
  return Prisma.sql`SELECT ${at} AS "at", count(*) AS "looked", coalesce(sum("fits"), 0) AS "count" FROM (${looked}) AS seen`;
}

/** Nobody knows which relay a mail is about that could not be read. */
function quarantineSql(viewer: Viewer): Prisma.Sql {
  const mine = seesAllRelays(viewer) ? Prisma.sql`"outcome" = 'quarantined'` : Prisma.sql`1 = 0`;
  return Prisma.sql`SELECT 1 AS "fits" FROM "Sighting" WHERE ${mine} LIMIT ${COUNT_CAP}`;
}

/** Sealed cases are few, so what hides them belongs to the lead; what a delegate sees may be few, so it belongs to the rest. */
function leadSql(viewer: Viewer, { lead, dueBy }: QueuePlan): Prisma.Sql {
  const due = dueBy === null ? [] : [Prisma.sql`c."sortAt" <= ${new Date(dueBy)}`];
  const seen = seesAllRelays(viewer) ? [visibleSql(viewer)] : [];
  return Prisma.join([...lead.map(termSql), ...due, ...seen], " AND ");
}

function restSql(viewer: Viewer, { rest, openedBy }: QueuePlan): Prisma.Sql {
  const old = openedBy === null ? [] : [Prisma.sql`c."openedAt" <= ${new Date(openedBy)}`];
  const seen = seesAllRelays(viewer) ? [] : [visibleSql(viewer)];
  const all = [...rest.map(termSql), ...old, ...seen];
  return all.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(all, " AND ");
}

function termSql({ column, is }: Term): Prisma.Sql {
  const name = Prisma.raw(`c."${column}"`);
  return is === null ? Prisma.sql`${name} IS NULL` : Prisma.sql`${name} = ${is}`;
}

function orderSql(newestFirst: boolean, down: boolean): Prisma.Sql {
  if (newestFirst) return down ? Prisma.sql`c."id" DESC` : Prisma.sql`c."id"`;
  return down ? Prisma.sql`c."sortAt" DESC, c."id" DESC` : Prisma.sql`c."sortAt", c."id"`;
}

function beyondSql({ newestFirst }: QueuePlan, cursor: Cursor | null): Prisma.Sql {
  if (cursor === null) return Prisma.empty;
  const { id, back } = cursor;
  if (newestFirst) return back ? Prisma.sql`AND c."id" > ${id}` : Prisma.sql`AND c."id" < ${id}`;
  const at = new Date(cursor.sortAt);
  return back
    ? Prisma.sql`AND c."sortAt" <= ${at} AND (c."sortAt" < ${at} OR c."id" < ${id})`
    : Prisma.sql`AND c."sortAt" >= ${at} AND (c."sortAt" > ${at} OR c."id" > ${id})`;
}
