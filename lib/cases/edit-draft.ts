import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { CaseModel, DraftModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { draftChanged } from "./case-changed.ts";
import { changeCase, onCase } from "./case-store.ts";
import { findDraft, nextDecision, saveDraft } from "./draft-store.ts";
import { gapsIn } from "./gaps.ts";

/** The same number as mailers take without complaint; a letter is a page. */
const MAX_TEXT = 100_000;

export type DraftEdit = {
  caseId: string;
  draftId: string;
  draftVersion: number;
  to: string[];
  subject: string;
  text: string;
  now: Instant;
};

/** Keeps the operator's words. Nothing is checked but size: an unfinished letter may be put aside. */
export async function editDraft(
  db: Db,
  viewer: Viewer,
  input: DraftEdit,
): Promise<{ ok: true; draftVersion: number } | Refusal> {
  if (!canWork(viewer)) return forbidden("change letters");
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    const draft = await findDraft(tx, row.id, input.draftId);
    if (!draft) return notFound("letter");
    const stop = draftChanged(draft, input.draftVersion) ?? tooLong(input);
    if (stop) return stop;
    return await keepDraft(tx, row, draft, { ...input, actor: viewer.userId });
  });
}

/** Writes the words into the draft, with its gaps counted anew and the case's decision brought in line. */
export async function keepDraft(
  tx: Tx,
  row: CaseModel,
  draft: DraftModel,
  words: { to: string[]; subject: string; text: string; now: Instant; actor: string },
): Promise<{ ok: true; draftVersion: number }> {
  const text = words.text.replace(/\r\n?/g, "\n");
  const subject = oneLine(words.subject);
  const same =
    text === draft.text &&
    subject === draft.subject &&
    JSON.stringify(words.to) === JSON.stringify(draft.to);
  if (same) return { ok: true, draftVersion: draft.version };
  const draftVersion = await saveDraft(tx, draft.id, {
    to: words.to,
    subject,
    text,
    gaps: gapsIn(subject, text),
    updatedAt: new Date(words.now),
  });
  await changeCase(
    tx,
    row.id,
    { decision: await nextDecision(tx, row) },
    { kind: "edited", actor: words.actor, at: words.now, data: { audience: draft.audience } },
  );
  return { ok: true, draftVersion };
}

function tooLong({ subject, text }: DraftEdit): Refusal | null {
  if (text.length <= MAX_TEXT && subject.length <= 500) return null;
  return refuse(
    "long-letter",
    "The letter is longer than {max} characters, or its subject longer than 500.",
    { max: MAX_TEXT },
  );
}

/** A line break in a subject would be a further header. */
function oneLine(subject: string): string {
  return subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
