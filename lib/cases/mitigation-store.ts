import { seesAllRelays, seesAllSealed } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { MitigationModel, MitigationStepModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { addToTimeline, DESK } from "./case-store.ts";
import {
  isToComeOut,
  type Mitigation,
  type MitigationHow,
  type MitigationState,
  type MitigationStepKind,
  STEP_NAMES,
} from "./mitigation.ts";
import type { TimelineData } from "./timeline-data.ts";
import { visibleTo } from "./visible.ts";

type Row = MitigationModel & { steps: MitigationStepModel[]; case: { ref: string } | null };
const WHOLE = { steps: { orderBy: { id: "asc" } }, case: { select: { ref: true } } } as const;

/** Those the viewer may see, newest first: of sealed cases only to who may read the case. `caseId`: of one case. */
export async function listMitigations(
  db: Db | Tx,
  viewer: Viewer,
  caseId: string | null = null,
): Promise<Mitigation[]> {
  const rows = await db.mitigation.findMany({
    where: { AND: [seenBy(viewer), caseId === null ? {} : { caseId }] },
    include: WHOLE,
    orderBy: { id: "desc" },
  });
  return rows.map(mitigation);
}

export async function findMitigation(
  db: Db | Tx,
  viewer: Viewer,
  id: string,
): Promise<Mitigation | null> {
  const row = await db.mitigation.findFirst({
    where: { AND: [seenBy(viewer), { id }] },
    include: WHOLE,
  });
  return row && mitigation(row);
}

/** Ids of those the worker has to look at now, the most overdue first. */
export async function dueMitigations(db: Db, now: Instant, limit: number): Promise<string[]> {
  const rows = await db.mitigation.findMany({
    where: { lookAt: { lte: new Date(now) } },
    orderBy: { lookAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Of two workers one gets it. False: another did, or somebody changed it. */
export async function claimMitigation(
  db: Db,
  id: string,
  { now, until }: { now: Instant; until: Instant },
): Promise<boolean> {
  const { count } = await db.mitigation.updateMany({
    where: { id, lookAt: { lte: new Date(now) } },
    data: { lookAt: new Date(until) },
  });
  return count === 1;
}

/** How many attempts to take it out failed. */
export async function failedAttempts(db: Db, id: string): Promise<number> {
  const row = await db.mitigation.findUnique({ where: { id }, select: { attempts: true } });
  return row?.attempts ?? 0;
}

/** What a look at the running tor told, when it changed nothing. */
export async function keepLook(
  db: Db,
  { id, state, from }: Mitigation,
  { next, problem, now }: { next: Instant; problem: string | null; now: Instant },
): Promise<void> {
  const known = problem === null && from === null ? { from: new Date(now) } : {};
  await db.mitigation.updateMany({
    where: { id, state },
    data: { lookAt: new Date(next), problem, ...known },
  });
}

/** Lines that other mitigations in force through the same control port still need. */
export async function linesOfOthers(
  db: Db,
  of: Pick<Mitigation, "id" | "sourceId">,
): Promise<string[]> {
  const rows = await db.mitigation.findMany({
    where: { id: { not: of.id }, sourceId: of.sourceId, state: "active" },
    select: { lines: true },
  });
  return rows.flatMap(({ lines }) => lines as string[]);
}

export type NewMitigation = Pick<
  Mitigation,
  "caseId" | "relays" | "lines" | "reason" | "expiresAt" | "createdAt"
> & { by: Viewer };

export async function createMitigation(tx: Tx, given: NewMitigation): Promise<string> {
  const { by, expiresAt, createdAt, ...rest } = given;
  const { id } = await tx.mitigation.create({
    data: {
      ...rest,
      state: "proposed",
      expiresAt: new Date(expiresAt),
      createdAt: new Date(createdAt),
      createdBy: by.userId,
    },
  });
  return id;
}

export type Step = {
  kind: MitigationStepKind;
  text: string;
  by: { userId: string; login: string };
  at: Instant;
  /** What the case's timeline says; null: nothing. */
  told: string | null;
};
const DESK_HAND = { userId: DESK, login: DESK };
/** The desk as who did a step. */
export const byDesk = DESK_HAND;

/**
 * Changes one that is still in state `was`, writes the step, and tells the case, in one transaction. False: it is not in
 * that state any more, and nothing was written.
 */
export async function stepMitigation(
  db: Db,
  { id, caseId, state: was }: Pick<Mitigation, "id" | "caseId" | "state">,
  data: Prisma.MitigationUncheckedUpdateManyInput,
  step: Step,
): Promise<boolean> {
  return await db.$transaction(async (tx) => {
    const { count } = await tx.mitigation.updateMany({ where: { id, state: was }, data });
    if (count === 0) return false;
    await addStep(tx, id, step);
    if (caseId !== null && step.told !== null)
      await tellCase(tx, caseId, step, { text: step.told });
    return true;
  });
}

export async function addStep(tx: Tx, mitigationId: string, step: Step): Promise<void> {
  const { kind, text, by, at } = step;
  await tx.mitigationStep.create({
    data: { mitigationId, kind, text, by: by.login, at: new Date(at) },
  });
}

/** Says on the case's timeline what was done. */
export async function tellCase(
  tx: Tx,
  caseId: string,
  { by, at }: Pick<Step, "by" | "at">,
  data: TimelineData,
): Promise<void> {
  await addToTimeline(tx, caseId, { kind: "mitigation", actor: by.userId, at, data });
}

function seenBy(viewer: Viewer): Prisma.MitigationWhereInput {
  if (seesAllSealed(viewer)) return {};
  const ofCases = { case: visibleTo(viewer) };
  return seesAllRelays(viewer) ? { OR: [{ caseId: null }, ofCases] } : ofCases;
}

function mitigation(row: Row): Mitigation {
  const at = (date: Date | null) => date?.getTime() ?? null;
  return {
    id: row.id,
    caseId: row.caseId,
    caseRef: row.case?.ref ?? null,
    relays: row.relays as string[],
    lines: row.lines as string[],
    reason: row.reason,
    state: row.state as MitigationState,
    how: row.how as MitigationHow | null,
    sourceId: row.sourceId,
    from: at(row.from),
    expiresAt: row.expiresAt.getTime(),
    endedAt: at(row.endedAt),
    outAt: at(row.outAt),
    mustComeOut: isToComeOut({ state: row.state as MitigationState, outAt: at(row.outAt) }),
    problem: row.problem,
    createdAt: row.createdAt.getTime(),
    steps: row.steps.map((step) => ({
      at: step.at.getTime(),
      by: step.by,
      kind: step.kind as MitigationStepKind,
      name: STEP_NAMES[step.kind as MitigationStepKind],
      text: step.text,
    })),
  };
}
