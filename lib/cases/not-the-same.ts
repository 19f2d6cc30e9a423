import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addToTimeline, onCase } from "./case-store.ts";
import { settleLookalikes } from "./lookalike-store.ts";

/** The person has looked: these two cases are not one, and the desk does not ask again. */
export async function notTheSame(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; otherId: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("tell cases apart");
  const { caseId, otherId, now } = input;
  return await onCase(db, viewer, caseId, async (tx, row) => {
    const by = { actor: viewer.userId, now };
    const settled = await settleLookalikes(tx, {
      caseId: row.id,
      otherId,
      answer: "different",
      ...by,
    });
    if (settled === 0) return notFound("question");
    await addToTimeline(tx, row.id, { kind: "not_same", actor: viewer.userId, at: now });
    return { ok: true as const };
  });
}
