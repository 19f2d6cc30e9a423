import type { Tx } from "../db/client.ts";
import type { StoredTriage } from "./stored-triage.ts";

/** Stands for a relay that is no longer kept: no delegate has it, so its complaints stay closed to all of them. */
const GONE = "gone";

/** Writes which relays of ours a complaint is about, in the place of those it had. `visibleTo` asks for them. */
export async function keepRelays(
  tx: Tx,
  complaintId: string,
  { evidence }: Pick<StoredTriage, "evidence">,
): Promise<void> {
  await tx.complaintRelay.deleteMany({ where: { complaintId } });
  const named = [...new Set(evidence.relays.map(({ fingerprint }) => fingerprint))];
  if (named.length === 0) return;
  const found = await tx.relay.findMany({
    where: { fingerprint: { in: named } },
    select: { id: true },
  });
  const relayIds = found.map(({ id }) => id);
  if (found.length < named.length) relayIds.push(GONE);
  await tx.complaintRelay.createMany({
    data: relayIds.map((relayId) => ({ complaintId, relayId })),
  });
}
