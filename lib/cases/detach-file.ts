import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { type AttachTo, alreadyApproved } from "./attach-file.ts";
import { dropAttachment } from "./attachment-store.ts";
import { changeCase, onCase } from "./case-store.ts";
import { findDraft } from "./draft-store.ts";

/** Takes a file from a letter that nobody has approved yet. */
export async function detachFile(
  db: Db,
  viewer: Viewer,
  { caseId, draftId, attachmentId, now }: AttachTo & { attachmentId: string },
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("remove files from letters");
  return await onCase(db, viewer, caseId, async (tx, row) => {
    const draft = await findDraft(tx, row.id, draftId);
    if (!draft) return notFound("letter");
    if (draft.sentAt !== null) return alreadyApproved();
    const name = await dropAttachment(tx, draftId, attachmentId);
    if (name === null) return notFound("attachment");
    const data = { audience: draft.audience, files: [name] };
    await changeCase(tx, row.id, {}, { kind: "detached", actor: viewer.userId, at: now, data });
    return { ok: true as const };
  });
}
