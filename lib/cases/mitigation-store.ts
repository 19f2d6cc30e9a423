import { seesAllRelays, seesAllSealed } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import { nestedRows, nestedSql } from "../db/nested-rows.ts";
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
import { visibleSql } from "./visible-store.ts";

/** Those the viewer may see, newest first: of sealed cases only to who may read the case. `caseId`: of one case. One statement. */
export async function listMitigations(
  db: Db | Tx,
  viewer: Viewer,
  caseId: string | null = null,
): Promise<Mitigation[]> {
  const which = caseId === null ? Prisma.sql`1 = 1` : Prisma.sql`m."caseId" = ${caseId}`;
  return await readMitigations(db, viewer, which);
}

export async function findMitigation(
  db: Db | Tx,
  viewer: Viewer,
  id: string,
): Promise<Mitigation | null> {
  const [found] = await readMitigations(db, viewer, Prisma.sql`m."id" = ${id}`);
  return found ?? null;
}

async function readMitigations(
  db: Db | Tx,
  viewer: Viewer,
  which: Prisma.Sql,
): Promise<Mitigation[]> {
  const from = Prisma.sql`FROM "Mitigation" m LEFT JOIN "Case" c ON c."id" = m."caseId" WHERE ${which} AND ${seenSql(viewer)}`;
  const steps = Prisma.sql`SELECT * FROM "MitigationStep" WHERE "mitigationId" IN (SELECT m."id" ${from})`;
  const [found] = await db.$queryRaw<{ rows: string; steps: string }[]>(
    Prisma.sql`SELECT ${nestedSql(db, COLUMNS, Prisma.sql`SELECT m.*, c."ref" AS "caseRef" ${from}`)} AS "rows",
      ${nestedSql(db, STEP_COLUMNS, steps)} AS "steps"`,
  );
  const done = nestedRows<StepRow>(db, "MitigationStep", found?.steps ?? "[]");
  return nestedRows<Row>(db, "Mitigation", found?.rows ?? "[]")
    .map((row) =>
      mitigation(
        row,
        done.filter(({ mitigationId }) => mitigationId === row.id),
      ),
    )
    .reverse();
}

/** Whatever belongs to no case is for who sees all relays. */
function seenSql(viewer: Viewer): Prisma.Sql {
  if (seesAllSealed(viewer)) return Prisma.sql`1 = 1`;
  const ofCases = Prisma.sql`(c."id" IS NOT NULL AND ${visibleSql(viewer)})`;
  return seesAllRelays(viewer) ? Prisma.sql`(m."caseId" IS NULL OR ${ofCases})` : ofCases;
}

type Row = {
  id: string;
  caseId: string | null;
  caseRef: string | null;
  /** JSON. */
  relays: string;
  lines: string[];
  reason: string;
  state: MitigationState;
  how: MitigationHow | null;
  sourceId: string | null;
  from: string | null;
  expiresAt: string;
  endedAt: string | null;
  outAt: string | null;
  problem: string | null;
  createdAt: string;
};
type StepRow = {
  id: string;
  mitigationId: string;
  at: string;
  by: string;
  kind: MitigationStepKind;
  text: string;
};
const COLUMNS = [
  "id",
  "caseId",
  "caseRef",
  "relays",
  "lines",
  "reason",
  "state",
  "how",
  "sourceId",
  "from",
  "expiresAt",
  "endedAt",
  "outAt",
  "problem",
  "createdAt",
];
const STEP_COLUMNS = ["id", "mitigationId", "at", "by", "kind", "text"];

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

function mitigation(row: Row, steps: readonly StepRow[]): Mitigation {
  const at = (written: string | null) => (written === null ? null : Date.parse(written));
  return {
    ...row,
    relays: JSON.parse(row.relays),
    from: at(row.from),
    expiresAt: Date.parse(row.expiresAt),
    endedAt: at(row.endedAt),
    outAt: at(row.outAt),
    mustComeOut: isToComeOut({ state: row.state, outAt: at(row.outAt) }),
    createdAt: Date.parse(row.createdAt),
    steps: steps.map(({ at: when, by, kind, text }) => ({
      at: Date.parse(when),
      by,
      kind,
      name: STEP_NAMES[kind],
      text,
    })),
  };
}
