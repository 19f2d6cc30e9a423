import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { draftChanged } from "./case-changed.ts";
import { onCase } from "./case-store.ts";
import { findDraft } from "./draft-store.ts";
import { keepDraft } from "./edit-draft.ts";
import { fillGapIn } from "./gaps.ts";

type GapInput = {
  caseId: string;
  draftId: string;
  draftVersion: number;
  /** Name of the gap, as in `DraftView.gaps`. */
  gap: string;
  value: string;
  now: Instant;
};

/** Puts the missing fact into every place of the letter that asks for it. */
export async function fillGap(
  db: Db,
  viewer: Viewer,
  input: GapInput,
): Promise<{ ok: true; draftVersion: number } | Refusal> {
  if (!canWork(viewer)) return forbidden("change letters");
  const value = input.value.trim().slice(0, 2000);
  if (value === "") return refuse("empty-gap", 'Write what "{gap}" is.', { gap: input.gap });
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    const draft = await findDraft(tx, row.id, input.draftId);
    if (!draft) return notFound("letter");
    const stop = draftChanged(draft, input.draftVersion);
    if (stop) return stop;
    return await keepDraft(tx, row, draft, {
      to: draft.to as string[],
      subject: fillGapIn(draft.subject, input.gap, value),
      text: fillGapIn(draft.text, input.gap, value),
      now: input.now,
      actor: viewer.userId,
    });
  });
}
