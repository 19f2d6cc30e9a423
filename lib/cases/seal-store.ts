import type { Tx } from "../db/client.ts";
import { keepEvents } from "./claimed-event-store.ts";
import { isForSeal } from "./decide-case.ts";
import type { StoredTriage } from "./stored-triage.ts";

/** Is the case, or one of its mails, what an authority writes? Reading it again would seal it again. */
export async function readsAsAuthority(
  tx: Tx,
  row: { id: string; type: string },
): Promise<boolean> {
  if (row.type === "law_enforcement") return true;
  const mails = await tx.complaint.findMany({
    where: { caseId: row.id },
    select: { id: true, triage: true },
  });
  return mails.some(({ triage }) =>
    isForSeal(triage as unknown as Parameters<typeof isForSeal>[0]),
  );
}

/** A sealed case keeps no events apart from its mails; one that is not, does. */
export async function keepEventsAgain(tx: Tx, caseId: string): Promise<void> {
  const mails = await tx.complaint.findMany({
    where: { caseId },
    select: { id: true, receivedAt: true, triage: true },
  });
  for (const { triage, ...mail } of mails)
    await keepEvents(tx, mail, triage as unknown as StoredTriage);
}
