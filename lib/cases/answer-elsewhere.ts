import { canSend } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { CaseModel, DraftModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { caseChanged, draftChanged } from "./case-changed.ts";
import { changeCase, onCase } from "./case-store.ts";
import { openPoints } from "./checklist.ts";
import { findDraft } from "./draft-store.ts";
import { gapsIn } from "./gaps.ts";
import { markAnswered, stillToSend } from "./send-store.ts";

type Input = {
  caseId: string;
  draftId: string;
  caseVersion: number;
  draftVersion: number;
  confirmed: string[];
  now: Instant;
};

/** The operator pasted the letter into the provider's form: kept with its time and text, and the case is answered. */
export async function answerElsewhere(
  db: Db,
  viewer: Viewer,
  input: Input,
): Promise<{ ok: true } | Refusal> {
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    if (!canSend(viewer, row)) return forbidden("answer this case");
    const draft = await findDraft(tx, row.id, input.draftId);
    if (!draft) return notFound("letter");
    const stop = caseChanged(row, input.caseVersion) ?? unfinished(row, draft, input);
    if (stop) return stop;
    await markAnswered(tx, draft.id, input.now);
    const done = (await stillToSend(tx, row.id)) === 0;
    const at = new Date(input.now);
    const answered = { letterState: "sent", answeredAt: at };
    await changeCase(tx, row.id, done ? { ...answered, state: "done", closedAt: at } : answered, {
      kind: "sent",
      actor: viewer.userId,
      at: input.now,
      data: { reason: "Submitted through the provider's form", text: draft.text },
    });
    return { ok: true as const };
  });
}

function unfinished(row: CaseModel, draft: DraftModel, input: Input): Refusal | null {
  if (draft.sentAt) return refuse("already-sent", "This letter has been sent already.");
  const changed = draftChanged(draft, input.draftVersion);
  if (changed) return changed;
  const [point] = openPoints(row, input.confirmed);
  if (point)
    return refuse("checklist", "Before this letter may go, confirm: {point}", {
      point: point.text,
    });
  const gaps = gapsIn(draft.subject, draft.text);
  return gaps.length > 0
    ? refuse("gaps", "The letter still lacks: {gaps}.", { gaps: gaps.join(", ") })
    : null;
}
