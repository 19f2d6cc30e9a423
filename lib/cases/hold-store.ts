import type { Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

type Act = { at: Instant; by: string };

/** False when one stands already. */
export async function putHold(
  tx: Tx,
  caseId: string,
  { reason, at, by }: Act & { reason: string },
): Promise<boolean> {
  if ((await tx.caseHold.count({ where: { caseId, releasedAt: null } })) > 0) return false;
  await tx.caseHold.create({ data: { caseId, reason, at: new Date(at), by } });
  return true;
}

/** Returns how many stood. */
export async function releaseHolds(tx: Tx, caseId: string, { at, by }: Act): Promise<number> {
  const { count } = await tx.caseHold.updateMany({
    where: { caseId, releasedAt: null },
    data: { releasedAt: new Date(at), releasedBy: by },
  });
  return count;
}
