import type { Tx } from "../db/client.ts";
import type { OutboxState } from "./case.ts";

/** How many letters of a case stand in one of these states. */
export async function countLetters(tx: Tx, caseId: string, states: OutboxState[]): Promise<number> {
  return await tx.outboxMail.count({ where: { caseId, state: { in: states } } });
}

/** The states in which a letter of this draft counts as gone out, or possibly so. */
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
