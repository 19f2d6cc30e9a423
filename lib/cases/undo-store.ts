import type { Tx } from "../db/client.ts";
import type { Verdicts } from "../outbox/smtp-answer.ts";
import type { Instant } from "../time/instant.ts";
import { keepLetterText } from "./search-text-store.ts";

/** Cancels a queued letter and frees its draft, whose new version gives the next approval a new send key. */
export async function takeBackLetter(
  tx: Tx,
  caseId: string,
  outboxId: string,
  now: Instant,
): Promise<{ to: string[] } | "unknown" | "gone"> {
  const row = await tx.outboxMail.findFirst({ where: { id: outboxId, caseId } });
  if (!row) return "unknown";
  if (hasReachedSomebody(row.verdicts)) return "gone";
  const { count } = await tx.outboxMail.updateMany({
    where: { id: outboxId, state: "queued" },
    data: { state: "cancelled", settledAt: new Date(now) },
  });
  if (count === 0) return "gone";
  await keepLetterText(tx, outboxId);
  await freeDraft(tx, row.draftId);
  return { to: row.to as string[] };
}

/** Of several recipients one may have it while the desk still tries the others; `verdicts` is written by lib/outbox. */
function hasReachedSomebody(verdicts: unknown): boolean {
  const states = Object.values((verdicts ?? {}) as Verdicts).map((verdict) => verdict.state);
  return states.includes("sent") || states.includes("unknown");
}

/** The draft may be sent again, under a new send key. */
export async function freeDraft(tx: Tx, draftId: string): Promise<void> {
  await tx.draft.updateMany({
    where: { id: draftId },
    data: { sentAt: null, version: { increment: 1 } },
  });
}
