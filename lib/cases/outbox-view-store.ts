import type { Tx } from "../db/client.ts";
import type { LetterState, OutboxState, TimelineKind } from "./case.ts";

export type SentLetter = {
  id: string;
  caseId: string;
  draftId: string;
  to: string[];
  forCounsel: boolean;
};

/** How many letters of a case are on their way. */
export async function lettersOnTheirWay(tx: Tx, caseId: string): Promise<number> {
  return await tx.outboxMail.count({ where: { caseId, state: { in: ["queued", "sending"] } } });
}

/** What became of the newest letter of a case that was not taken back. */
export async function letterState(tx: Tx, caseId: string): Promise<LetterState> {
  const newest = await tx.outboxMail.findFirst({
    where: { caseId, state: { not: "cancelled" } },
    orderBy: { id: "desc" },
    select: { state: true },
  });
  if (newest === null) return "none";
  return newest.state === "sending" ? "queued" : (newest.state as LetterState);
}

/** The states in which a letter of this draft counts as gone out, or possibly so; newest first. */
export async function lettersOfDraft(
  tx: Tx,
  draftId: string,
): Promise<{ id: string; state: OutboxState }[]> {
  const rows = await tx.outboxMail.findMany({
    where: { draftId, state: { not: "cancelled" } },
    orderBy: { id: "desc" },
    select: { id: true, state: true },
  });
  return rows.map((row) => ({ id: row.id, state: row.state as OutboxState }));
}

export async function findLetter(tx: Tx, id: string): Promise<SentLetter | null> {
  const row = await tx.outboxMail.findUnique({
    where: { id },
    include: { case: { select: { decision: true } } },
  });
  return (
    row && {
      id: row.id,
      caseId: row.caseId,
      draftId: row.draftId,
      to: row.to as string[],
      forCounsel: row.case.decision === "counsel",
    }
  );
}

/** Letters of the same case still on their way, this one not counted. */
export async function otherLetters(tx: Tx, { id, caseId }: SentLetter): Promise<number> {
  return await tx.outboxMail.count({
    where: { caseId, id: { not: id }, state: { in: ["queued", "sending"] } },
  });
}

/** Does the timeline say this of the letter already? */
export async function isTold(tx: Tx, letter: SentLetter, kind: TimelineKind): Promise<boolean> {
  const entries = await tx.timelineEntry.findMany({ where: { caseId: letter.caseId, kind } });
  return entries.some((entry) => (entry.data as { outboxId?: string }).outboxId === letter.id);
}
