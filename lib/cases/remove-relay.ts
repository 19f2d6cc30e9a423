import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { deleteRelay } from "../relays/strike-store.ts";
import type { Instant } from "../time/instant.ts";
import { wishForCheck } from "./check-open-store.ts";

/**
 * Takes a relay away with all that is known about it, as one that never was the operator's. What was concluded in closed
 * cases stays; open ones are read again.
 */
export async function removeRelay(
  db: Db,
  viewer: Viewer,
  { relayId, now }: { relayId: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("remove relays");
  return await db.$transaction(async (tx) => {
    const gone = await deleteRelay(tx, relayId, { at: now, by: viewer.userId });
    if (gone === null) return notFound("relay");
    await wishForCheck(tx);
    return { ok: true };
  });
}
