import { addAudit } from "../accounts/audit-store.ts";
import { canSettleQuarantine } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { excludeQuarantined, tryQuarantinedAgain } from "./quarantine-store.ts";

/** What somebody decided about a mail in quarantine: to try it again, or that it was dealt with outside the desk. */
export type Settling = "again" | "put-aside";

/** Tries a quarantined mail again or puts it aside; refused when somebody did so before. */
export async function settleQuarantined(
  db: Db,
  viewer: Viewer,
  { id, how }: { id: string; how: Settling },
): Promise<{ ok: true } | Refusal> {
  if (!canSettleQuarantine(viewer)) return forbidden("decide about mail in quarantine");
  return await db.$transaction(async (tx) => {
    const done =
      how === "again" ? await tryQuarantinedAgain(tx, id) : await excludeQuarantined(tx, id);
    if (!done)
      return refuse(
        "not-in-quarantine",
        "This mail is no longer in quarantine, or is nowhere to be had again. Reload the page.",
      );
    if (how === "put-aside")
      await addAudit(tx, viewer.userId, { kind: "settings", what: "mail in quarantine put aside" });
    return { ok: true as const };
  });
}
