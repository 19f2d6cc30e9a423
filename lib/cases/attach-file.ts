import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { sizeText } from "../mail/size-text.ts";
import type { Instant } from "../time/instant.ts";
import { MAX_ATTACHED_BYTES, MAX_ATTACHED_FILES, type NewAttachment } from "./attachment.ts";
import { attachmentsOfDraft, putAttachment } from "./attachment-store.ts";
import { changeCase, onCase } from "./case-store.ts";
import { findDraft } from "./draft-store.ts";

export type AttachTo = { caseId: string; draftId: string; now: Instant };

/** Puts a file to a letter that nobody has approved yet; one of the same name is replaced. */
export async function attachFile(
  db: Db,
  viewer: Viewer,
  { caseId, draftId, now }: AttachTo,
  file: NewAttachment,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("attach files to letters");
  return await onCase(db, viewer, caseId, async (tx, row) => {
    const draft = await findDraft(tx, row.id, draftId);
    if (!draft) return notFound("letter");
    if (draft.sentAt !== null) return alreadyApproved();
    const others = (await attachmentsOfDraft(tx, draftId)).filter(({ name }) => name !== file.name);
    const stop = tooMuch(others, file);
    if (stop) return stop;
    await putAttachment(tx, draftId, file, { addedBy: viewer.userId, now });
    const { name, about, bytes } = file;
    const data = {
      audience: draft.audience,
      files: [`${name} (${sizeText(bytes.length)})`],
      text: about,
    };
    await changeCase(tx, row.id, {}, { kind: "attached", actor: viewer.userId, at: now, data });
    return { ok: true as const };
  });
}

export function alreadyApproved(): Refusal {
  return refuse(
    "already-sent",
    "This letter was approved already: what goes with it can no longer be changed. Take the letter back first, if it still waits.",
  );
}

function tooMuch(
  others: readonly { size: number }[],
  { name, bytes }: NewAttachment,
): Refusal | null {
  const sum = others.reduce((total, { size }) => total + size, bytes.length);
  if (others.length >= MAX_ATTACHED_FILES)
    return refuse("too-many-files", "A letter takes {max} files. Remove one first.", {
      max: MAX_ATTACHED_FILES,
    });
  if (sum <= MAX_ATTACHED_BYTES) return null;
  return refuse(
    "files-too-large",
    `With ${name} the letter would carry ${sizeText(sum)}, and many mail servers take no more than ${sizeText(MAX_ATTACHED_BYTES)} of files. Attach less, or put the file where it can be fetched and write its address into the letter.`,
  );
}
