import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { FollowUp } from "./case.ts";

const WAITING = { cameAt: null, undoneAt: null };

/** The one of this case that is still to come, or null. The caller has seen the case. */
export async function pendingFollowUp(db: Db | Tx, caseId: string): Promise<FollowUp | null> {
  const row = await db.followUp.findFirst({
    where: { caseId, ...WAITING },
    orderBy: { id: "desc" },
  });
  return row && { ...row, dueAt: row.dueAt.getTime() };
}

export async function addFollowUp(
  tx: Tx,
  given: Omit<FollowUp, "id"> & { by: string; now: Instant },
): Promise<void> {
  const { by, now, dueAt, ...row } = given;
  const data = { ...row, dueAt: new Date(dueAt), createdAt: new Date(now), createdBy: by };
  await tx.followUp.create({ data });
}

/** False: it came back or was taken back meanwhile. */
export async function takeBackFollowUp(
  tx: Tx,
  id: string,
  { by, now }: { by: string; now: Instant },
): Promise<boolean> {
  const data = { undoneAt: new Date(now), undoneBy: by };
  return (await tx.followUp.updateMany({ where: { id, ...WAITING }, data })).count === 1;
}

export async function dueFollowUps(db: Db, now: Instant, limit: number): Promise<FollowUp[]> {
  const rows = await db.followUp.findMany({
    where: { ...WAITING, dueAt: { lte: new Date(now) } },
    orderBy: { dueAt: "asc" },
    take: limit,
  });
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
}

/** Of two workers one brings it back. */
export async function claimFollowUp(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const data = { cameAt: new Date(now) };
  return (await tx.followUp.updateMany({ where: { id, ...WAITING }, data })).count === 1;
}

const MAX_JOINS = 50;

/** The case where the mails of this one are by now: cases are joined. */
export async function caseNow(tx: Tx, caseId: string) {
  let row = await tx.case.findUnique({ where: { id: caseId } });
  for (let joins = 0; row?.mergedIntoId && joins < MAX_JOINS; joins++)
    row = await tx.case.findUnique({ where: { id: row.mergedIntoId } });
  return row;
}
