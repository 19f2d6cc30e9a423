import { seesAllRelays } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import { plainJson } from "./plain-json.ts";
import type { QueueFilter } from "./queue.ts";
import { readFilter } from "./queue-filter.ts";
import { MAX_VIEWS, type SavedView } from "./saved-view.ts";

/** Removed views can be brought back for so long. */
const KEPT_MS = 7 * 24 * 3_600_000;

type Row = {
  id: string;
  name: string;
  filter: unknown;
  ownerId: string;
  shared: boolean | number;
  removedAt: Date | null;
  defaultId: string | null;
};

/**
 * The views of this person and the shared ones, oldest first, in one statement. A shared view may name relays a delegate
 * must not know of: delegates have their own only. `removed`: those removed lately too.
 */
export async function listViews(
  db: Db,
  viewer: Viewer,
  { removed = false, now = 0 }: { removed?: boolean; now?: Instant } = {},
): Promise<SavedView[]> {
  const shared = seesAllRelays(viewer) ? Prisma.sql`OR v."shared" = ${true}` : Prisma.empty;
  const lately = removed ? Prisma.sql`OR v."removedAt" > ${new Date(now - KEPT_MS)}` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>(
    Prisma.sql`SELECT v."id", v."name", v."filter", v."ownerId", v."shared", v."removedAt", d."viewId" AS "defaultId"
      FROM "SavedView" v LEFT JOIN "DefaultView" d ON d."userId" = ${viewer.userId} AND d."viewId" = v."id"
      WHERE (v."ownerId" = ${viewer.userId} ${shared}) AND (v."removedAt" IS NULL ${lately})
      ORDER BY v."id" LIMIT ${removed ? 100 : MAX_VIEWS}`,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    filter: readFilter(typeof row.filter === "string" ? JSON.parse(row.filter) : row.filter),
    shared: Boolean(row.shared),
    isMine: row.ownerId === viewer.userId,
    isDefault: row.defaultId !== null,
    removed: row.removedAt !== null,
  }));
}

/** How many views stand as tabs for the viewer already. */
export async function countViews(tx: Tx, viewer: Viewer): Promise<number> {
  const OR = [{ ownerId: viewer.userId }, ...(seesAllRelays(viewer) ? [{ shared: true }] : [])];
  return await tx.savedView.count({ where: { removedAt: null, OR } });
}

export async function addView(
  tx: Tx,
  view: { name: string; filter: QueueFilter; shared: boolean; ownerId: string; now: Instant },
): Promise<string> {
  const { now, filter, ...rest } = view;
  const data = { ...rest, filter: plainJson(filter), createdAt: new Date(now) };
  return (await tx.savedView.create({ data, select: { id: true } })).id;
}

/** Whose it is and whether others see it; null: there is none. */
export async function findView(
  tx: Tx,
  id: string,
): Promise<{ ownerId: string; shared: boolean; removed: boolean } | null> {
  const row = await tx.savedView.findUnique({ where: { id } });
  return row && { ownerId: row.ownerId, shared: row.shared, removed: row.removedAt !== null };
}

export async function changeView(
  tx: Tx,
  id: string,
  data: { name?: string; shared?: boolean; removedAt?: Date | null },
): Promise<void> {
  await tx.savedView.update({ where: { id }, data });
}

/** Null: the queue opens with its first tab again. */
export async function putDefault(tx: Tx, userId: string, viewId: string | null): Promise<void> {
  if (viewId === null) await tx.defaultView.deleteMany({ where: { userId } });
  else
    await tx.defaultView.upsert({
      where: { userId },
      create: { userId, viewId },
      update: { viewId },
    });
}
