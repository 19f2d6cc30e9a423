import type { FactChange } from "../complaints/fact-change.ts";
import type { Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

/** Writes down what a person said of a mail. */
export async function keepCorrection(
  tx: Tx,
  said: { complaintId: string; change: FactChange; actor: string; at: Instant },
): Promise<void> {
  const { complaintId, change, actor, at } = said;
  await tx.correction.create({ data: { complaintId, change, by: actor, at: new Date(at) } });
}

/** Marks a correction as taken back; the row stays. */
export async function undoneCorrection(
  tx: Tx,
  { id, actor, at }: { id: string; actor: string; at: Instant },
): Promise<void> {
  await tx.correction.update({
    where: { id },
    data: { undoneAt: new Date(at), undoneBy: actor },
  });
}
