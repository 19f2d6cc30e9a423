import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addToTimeline, onCase } from "./case-store.ts";

const MAX_NOTE = 20_000;

/** A note for colleagues; never sent to anybody. Does not stop somebody else's send. */
export async function addNote(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; text: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("write notes");
  const text = input.text.trim();
  if (text === "") return refuse("empty-note", "The note is empty.");
  if (text.length > MAX_NOTE)
    return refuse("long-note", "The note is longer than {max} characters.", { max: MAX_NOTE });
  return await onCase(db, viewer, input.caseId, async (tx, { id }) => {
    await addToTimeline(tx, id, {
      kind: "note",
      actor: viewer.userId,
      at: input.now,
      data: { text },
    });
    return { ok: true as const };
  });
}
