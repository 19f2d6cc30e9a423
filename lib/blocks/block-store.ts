import type { Viewer } from "../accounts/viewer.ts";
import { visibleTo } from "../cases/visible.ts";
import type { Db, Tx } from "../db/client.ts";
import type { BlockModel, BlockStepModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import type { Block, BlockKind, BlockState, BlockStep, BlockStepKind } from "./block.ts";

const MOST = 500;
const NEWEST_STEPS = { orderBy: { id: "asc" } } as const;

/** Those with a day to look again first, the soonest first; `caseId`: of one case the viewer may see. */
export async function listBlocks(db: Db, viewer: Viewer, caseId?: string): Promise<Block[]> {
  const rows = await db.block.findMany({
    where: caseId === undefined ? {} : { caseId, case: visibleTo(viewer) },
    orderBy: [{ followUpAt: { sort: "asc", nulls: "last" } }, { id: "desc" }],
    take: MOST,
  });
  const refs = await refsSeen(db, viewer, rows);
  return rows.map((row) => block({ ...row, steps: [] }, refs));
}

export async function findBlock(db: Db, viewer: Viewer, id: string): Promise<Block | null> {
  const row = await db.block.findUnique({ where: { id }, include: { steps: NEWEST_STEPS } });
  return row && block(row, await refsSeen(db, viewer, [row]));
}

/** The case as this viewer may name it; null when there is none for them. */
export async function caseForBlock(
  db: Db | Tx,
  viewer: Viewer,
  caseId: string,
): Promise<{ id: string; ref: string; title: string; type: string } | null> {
  return await db.case.findFirst({
    where: { AND: [{ id: caseId }, visibleTo(viewer)] },
    select: { id: true, ref: true, title: true, type: true },
  });
}

export type BlockFields = {
  kind: BlockKind;
  name: string;
  contact: string;
  status: BlockState;
  relays: string[];
  since: Instant | null;
  followUpAt: Instant | null;
  caseId: string | null;
};
export type NewStep = Omit<BlockStep, "by"> & { by: Viewer };

/** Makes one, or changes the one with this id, and says so in its history. False: there is none. */
export async function putBlock(
  db: Db,
  id: string | null,
  fields: Partial<BlockFields>,
  step: NewStep,
): Promise<string | null> {
  const { since, followUpAt, ...rest } = fields;
  const data = {
    ...rest,
    ...(since === undefined ? {} : { since: date(since) }),
    ...(followUpAt === undefined ? {} : { followUpAt: date(followUpAt) }),
  };
  return await db.$transaction(async (tx) => {
    const blockId = id === null ? await create(tx, data, step) : await change(tx, id, data);
    if (blockId === null) return null;
    const { at, by, kind, text, subject, to } = step;
    await tx.blockStep.create({
      data: { blockId, at: new Date(at), by: by.login, kind, text, subject, to },
    });
    return blockId;
  });
}

type Columns = Omit<Partial<BlockFields>, "since" | "followUpAt"> & {
  since?: Date | null;
  followUpAt?: Date | null;
};

async function create(tx: Tx, data: Columns, { at, by }: NewStep): Promise<string> {
  const { kind = "other", name = "", contact = "", status = "blocked", relays = [] } = data;
  const who = { createdAt: new Date(at), createdBy: by.userId };
  const row = { ...data, kind, name, contact, status, relays, ...who };
  return (await tx.block.create({ data: row })).id;
}

async function change(tx: Tx, id: string, data: Columns): Promise<string | null> {
  const { count } = await tx.block.updateMany({ where: { id }, data });
  return count === 1 ? id : null;
}

const date = (at: Instant | null) => (at === null ? null : new Date(at));

async function refsSeen(
  db: Db,
  viewer: Viewer,
  rows: readonly { caseId: string | null }[],
): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ caseId }) => caseId ?? []);
  if (ids.length === 0) return new Map();
  const cases = await db.case.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(viewer)] },
    select: { id: true, ref: true },
  });
  return new Map(cases.map(({ id, ref }) => [id, ref]));
}

/** Of a case the viewer may not see not even the id is told. */
function block(row: BlockModel & { steps: BlockStepModel[] }, refs: Map<string, string>): Block {
  const caseRef = row.caseId === null ? null : (refs.get(row.caseId) ?? null);
  return {
    id: row.id,
    kind: row.kind as BlockKind,
    name: row.name,
    contact: row.contact,
    status: row.status as BlockState,
    relays: row.relays as string[],
    since: row.since?.getTime() ?? null,
    followUpAt: row.followUpAt?.getTime() ?? null,
    caseId: caseRef === null ? null : row.caseId,
    caseRef,
    createdAt: row.createdAt.getTime(),
    steps: row.steps.map(({ at, by, kind, text, subject, to }) => ({
      at: at.getTime(),
      by,
      kind: kind as BlockStepKind,
      text,
      subject,
      to,
    })),
  };
}
