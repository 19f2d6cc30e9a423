import { canHold, canReleaseHold } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addToTimeline, onCase } from "./case-store.ts";
import { putHold, releaseHolds } from "./hold-store.ts";

const MAX_REASON = 300;

/** Keeps a case from being purged or redacted until a hold of it is released, whatever the retention says. */
export async function holdCase(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; reason: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canHold(viewer)) return forbidden("hold cases");
  const reason = input.reason.trim().slice(0, MAX_REASON);
  if (reason === "") return refuse("no-reason", "Say in a few words why this case is kept.");
  const at = input.now;
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    if (!(await putHold(tx, row.id, { reason, at, by: viewer.userId })))
      return refuse("held-already", "This case is held already.");
    await addToTimeline(tx, row.id, { kind: "held", actor: viewer.userId, at, data: { reason } });
    return { ok: true as const };
  });
}

/** The case may be purged again when its time is over. */
export async function releaseHold(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canReleaseHold(viewer)) return forbidden("release holds");
  const at = input.now;
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    if ((await releaseHolds(tx, row.id, { at, by: viewer.userId })) === 0)
      return refuse("not-held", "This case is not held.");
    await addToTimeline(tx, row.id, { kind: "hold_released", actor: viewer.userId, at });
    return { ok: true as const };
  });
}
