import type { Db, Tx } from "../db/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseState, Decision } from "./case.ts";
import { deadlineOf } from "./deadline-store.ts";
import { nameCounsel } from "./open-case-store.ts";
import { refileTexts } from "./search-text-store.ts";

/** How a case stood before its mails left it. */
export type Standing = { state: CaseState; decision: Decision; closedAt: Instant | null };
/** `woken`: how the other one stood, when the mails opened it again. */
export type CaseBefore = Standing & { woken: Standing | null };
export type MoveKind = "merge" | "link" | "split";
export type Move = {
  id: string;
  kind: MoveKind;
  fromCaseId: string;
  toCaseId: string;
  complaintIds: string[];
  before: CaseBefore;
  undone: boolean;
};

/** Databases bind a limited number of values; a merged case may have thousands of repeats. */
const CHUNK = 500;

/** Puts mails of one case into another. Returns how many were there to be moved. */
export async function putMails(
  tx: Tx,
  ids: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<number> {
  let moved = 0;
  for (let at = 0; at < ids.length; at += CHUNK) {
    const { count } = await tx.complaint.updateMany({
      where: { id: { in: ids.slice(at, at + CHUNK) }, caseId: from },
      data: { caseId: to },
    });
    moved += count;
    await tx.searchText.updateMany({
      where: { complaintId: { in: ids.slice(at, at + CHUNK) }, caseId: from },
      data: { caseId: to },
    });
  }
  await refileTexts(tx, to);
  // Whatever was purged there before, what came now was not.
  await tx.case.update({ where: { id: to }, data: { mailPurgedAt: null, recordPurgedAt: null } });
  return moved;
}

export async function mailIds(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.complaint.findMany({ where: { caseId }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/**
 * Count and deadline of a case as its mails make them. A case that has lost its last mail is closed and names the case
 * that has it; one that has mails names none.
 */
export async function settledHead(tx: Tx, row: CaseModel, other: CaseModel, now: Instant) {
  const { _count: complaintCount, _max } = await tx.complaint.aggregate({
    where: { caseId: row.id },
    _count: true,
    _max: { receivedAt: true },
  });
  const lastMailAt = _max.receivedAt ?? row.lastMailAt;
  const head = { complaintCount, lastMailAt, ...(await deadlineOf(tx, row, row.type)) };
  if (complaintCount > 0) return { ...head, mergedIntoId: null };
  // Else its timeline would tell those who do not see the sealed case where its mails are.
  const sealed = row.sealed || other.sealed;
  if (sealed && !row.sealed) await nameCounsel(tx, row.id, now);
  return {
    ...head,
    mergedIntoId: other.id,
    sealed,
    state: "done" as const,
    closedAt: row.closedAt ?? new Date(now),
  };
}

/** Has mail come in since this move? Ids are in the order of arrival. */
export async function hasNewMail(tx: Tx, caseId: string, moveId: string): Promise<boolean> {
  return (await tx.complaint.count({ where: { caseId, id: { gt: moveId } } })) > 0;
}

/** The fields of a case that stands so. */
export function standingFields({ state, decision, closedAt }: Standing) {
  return { state, decision, closedAt: closedAt === null ? null : new Date(closedAt) };
}

export function standingOf(row: CaseModel): Standing {
  return {
    state: row.state as CaseState,
    decision: row.decision as Decision,
    closedAt: row.closedAt?.getTime() ?? null,
  };
}

export async function keepMove(
  tx: Tx,
  move: Omit<Move, "id" | "undone"> & { actor: string; at: Instant },
): Promise<void> {
  const { actor, at, before, ...row } = move;
  await tx.caseMove.create({
    data: { ...row, before: { ...before }, by: actor, at: new Date(at) },
  });
}

export async function findMove(tx: Db | Tx, id: string): Promise<Move | null> {
  const row = await tx.caseMove.findUnique({ where: { id } });
  if (!row) return null;
  return {
    id: row.id,
    kind: row.kind as MoveKind,
    fromCaseId: row.fromCaseId,
    toCaseId: row.toCaseId,
    complaintIds: row.complaintIds as string[],
    before: row.before as CaseBefore,
    undone: row.undoneAt !== null,
  };
}

export async function markUndone(
  tx: Tx,
  id: string,
  { actor, at }: { actor: string; at: Instant },
): Promise<void> {
  await tx.caseMove.update({ where: { id }, data: { undoneAt: new Date(at), undoneBy: actor } });
}
