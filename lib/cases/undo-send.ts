import { canSend } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { changeCase, onCase } from "./case-store.ts";
import { letterState } from "./outbox-view-store.ts";
import { takeBackLetter } from "./undo-store.ts";

/** Takes an approval back while the letter still waits here. The draft can be changed and sent again. */
export async function undoSend(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; outboxId: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    if (!canSend(viewer, row)) return forbidden("take back letters of this case");
    const taken = await takeBackLetter(tx, row.id, input.outboxId, input.now);
    if (taken === "unknown") return notFound("letter");
    if (taken === "gone")
      return refuse("too-late", "Too late to take it back: the letter has left this desk.");
    await changeCase(
      tx,
      row.id,
      { state: "open", closedAt: null, letterState: await letterState(tx, row.id) },
      { kind: "undone", actor: viewer.userId, at: input.now, data: { to: taken.to } },
    );
    return { ok: true as const };
  });
}
