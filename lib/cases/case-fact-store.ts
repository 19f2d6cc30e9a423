import type { Tx } from "../db/client.ts";
import { type CaseFact, caseFact, NO_RELAY } from "./case-fact.ts";

const COUNTED = {
  state: true,
  type: true,
  verdict: true,
  sealed: true,
  mergedIntoId: true,
  line: true,
  complaintCount: true,
  deadlineAt: true,
  openedAt: true,
  closedAt: true,
} as const;
/** The first answer is among the first; a case with more of them is answered anyway. */
const MAX_ENTRIES = 100;

/**
 * Writes what the reports count of a case, in the place of what stood there. Called in the transaction of every change of
 * a case, so that a report never waits for it and a sealed case is out of all figures at once.
 */
export async function keepFact(tx: Tx, caseId: string): Promise<void> {
  const row = await tx.case.findUnique({ where: { id: caseId }, select: COUNTED });
  const settling = await tx.timelineEntry.findMany({
    where: { caseId, kind: { in: ["sent", "closed"] } },
    orderBy: { id: "asc" },
    take: MAX_ENTRIES,
    select: { kind: true, at: true, data: true },
  });
  const fact = row && caseFact(row, settling);
  if (!fact) {
    await tx.caseFact.deleteMany({ where: { caseId } });
    return;
  }
  await tx.caseFact.upsert({ where: { caseId }, create: { caseId, ...fact }, update: fact });
  await keepFactRelays(tx, caseId, fact);
}

async function keepFactRelays(tx: Tx, caseId: string, { day, mails }: CaseFact): Promise<void> {
  const named = await tx.complaintRelay.groupBy({
    by: ["relayId"],
    where: { complaint: { caseId } },
  });
  const relayIds = named.length > 0 ? named.map(({ relayId }) => relayId) : [NO_RELAY];
  const kept = await tx.caseFactRelay.findMany({ where: { caseId } });
  const isSame =
    kept.length === relayIds.length &&
    kept.every((one) => one.day === day && one.mails === mails && relayIds.includes(one.relayId));
  if (isSame) return;
  await tx.caseFactRelay.deleteMany({ where: { caseId } });
  await tx.caseFactRelay.createMany({
    data: relayIds.map((relayId) => ({ caseId, day, mails, relayId })),
  });
}
