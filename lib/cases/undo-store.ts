import type { Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

/** Cancels a queued letter and frees its draft, whose new version gives the next approval a new send key. */
export async function takeBackLetter(
  tx: Tx,
  caseId: string,
  outboxId: string,
  now: Instant,
): Promise<{ to: string[] } | "unknown" | "gone"> {
  const row = await tx.outboxMail.findFirst({ where: { id: outboxId, caseId } });
  if (!row) return "unknown";
  const { count } = await tx.outboxMail.updateMany({
    where: { id: outboxId, state: "queued" },
    data: { state: "cancelled", settledAt: new Date(now) },
  });
  if (count === 0) return "gone";
  await freeDraft(tx, row.draftId);
  return { to: row.to as string[] };
}

/** The draft may be sent again, under a new send key. */
export async function freeDraft(tx: Tx, draftId: string): Promise<void> {
  await tx.draft.updateMany({
    where: { id: draftId },
    data: { sentAt: null, version: { increment: 1 } },
  });
}
