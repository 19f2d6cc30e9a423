import { seesAllSealed } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { visibleTo } from "../cases/visible.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { BlockModel, BlockStepModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import type { Block, BlockKind, BlockState, BlockStep, BlockStepKind } from "./block.ts";

const MOST = 500;
const CASE = { case: { select: { ref: true } } } as const;
const WHOLE = { ...CASE, steps: { orderBy: { id: "asc" } } } as const;

/** An entry made because of a case is for those who may see the case: to everybody else it does not exist. */
function seenBy(viewer: Viewer): Prisma.BlockWhereInput {
  return seesAllSealed(viewer) ? {} : { OR: [{ caseId: null }, { case: visibleTo(viewer) }] };
}

/** Those with a day to look again first, the soonest first; `caseId`: of one case the viewer may see. */
export async function listBlocks(db: Db, viewer: Viewer, caseId?: string): Promise<Block[]> {
  const rows = await db.block.findMany({
    where: { AND: [seenBy(viewer), caseId === undefined ? {} : { caseId }] },
    orderBy: [{ followUpAt: { sort: "asc", nulls: "last" } }, { id: "desc" }],
    take: MOST,
    include: CASE,
  });
  return rows.map((row) => block({ ...row, steps: [] }));
}

export async function findBlock(db: Db, viewer: Viewer, id: string): Promise<Block | null> {
  const row = await db.block.findFirst({
    where: { AND: [seenBy(viewer), { id }] },
    include: WHOLE,
  });
  return row && block(row);
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

/** A statement that sets nothing counts nothing, and a note changes nothing but the history. */
async function change(tx: Tx, id: string, data: Columns): Promise<string | null> {
  const isNote = Object.keys(data).length === 0;
  const count = isNote
    ? await tx.block.count({ where: { id } })
    : (await tx.block.updateMany({ where: { id }, data })).count;
  return count === 1 ? id : null;
}

const date = (at: Instant | null) => (at === null ? null : new Date(at));

function block(row: BlockModel & { steps: BlockStepModel[]; case: { ref: string } | null }): Block {
  return {
    id: row.id,
    kind: row.kind as BlockKind,
    name: row.name,
    contact: row.contact,
    status: row.status as BlockState,
    relays: row.relays as string[],
    since: row.since?.getTime() ?? null,
    followUpAt: row.followUpAt?.getTime() ?? null,
    caseId: row.caseId,
    caseRef: row.case?.ref ?? null,
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
