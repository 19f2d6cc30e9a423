import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { draftChanged } from "./case-changed.ts";
import { changeCase, onCase } from "./case-store.ts";
import { findDraft, nextDecision, putProposed } from "./draft-store.ts";
import type { Proposal } from "./proposal.ts";

type SettleInput = {
  caseId: string;
  draftId: string;
  draftVersion: number;
  /** `take`: the desk's new draft replaces the edited one; `keep`: the edited one stands as it is. */
  choice: "take" | "keep";
  now: Instant;
};

/** The facts changed after a letter was edited by hand: which of the two drafts stands. The replaced words stay readable. */
export async function settleNewerDraft(
  db: Db,
  viewer: Viewer,
  input: SettleInput,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("change letters");
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    const draft = await findDraft(tx, row.id, input.draftId);
    if (!draft) return notFound("letter");
    const stop = draftChanged(draft, input.draftVersion);
    if (stop) return stop;
    if (!draft.newer || draft.sentAt !== null)
      return refuse("no-newer-draft", "There is no newer draft of this letter.");
    const taken = input.choice === "take" ? (draft.proposed as Proposal | null) : null;
    await putProposed(tx, draft.id, taken, input.now);
    const by = { kind: "edited" as const, actor: viewer.userId, at: input.now };
    const { audience } = draft;
    const data = taken
      ? { audience, reason: "replaced by the new draft", text: draft.text }
      : { audience, reason: "kept as it was, though the facts changed" };
    await changeCase(tx, row.id, { decision: await nextDecision(tx, row) }, { ...by, data });
    return { ok: true as const };
  });
}
