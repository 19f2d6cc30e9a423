import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { undoStrike } from "../relays/strike-store.ts";
import type { Instant } from "../time/instant.ts";
import { wishForCheck } from "./check-open-store.ts";

/** Takes a strike back: what was learnt counts again. */
export async function restoreInterval(
  db: Db,
  viewer: Viewer,
  { strikeId, now }: { strikeId: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("correct the relays' history");
  return await db.$transaction(async (tx) => {
    const undone = await undoStrike(tx, strikeId, { at: now, by: viewer.userId });
    if (!undone) return notFound("struck-out entry");
    await wishForCheck(tx);
    return { ok: true as const };
  });
}
