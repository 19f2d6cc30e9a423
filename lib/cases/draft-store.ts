import type { Tx } from "../db/client.ts";
import type { CaseModel, DraftModel } from "../db/generated/models.ts";
import type { Draft, Route } from "../drafting/draft.ts";
import type { Instant } from "../time/instant.ts";
import type { Decision } from "./case.ts";
import { isReady } from "./decide-case.ts";
import type { Proposal } from "./proposal.ts";

export async function findDraft(tx: Tx, caseId: string, id: string): Promise<DraftModel | null> {
  return await tx.draft.findFirst({ where: { id, caseId } });
}

/** Returns the new version. */
export async function saveDraft(
  tx: Tx,
  id: string,
  words: { to: string[]; subject: string; text: string; gaps: string[]; updatedAt: Date },
): Promise<number> {
  const { version } = await tx.draft.update({
    where: { id },
    data: { ...words, edited: true, version: { increment: 1 } },
  });
  return version;
}

/** Settles that there was a newer draft; `taken` stands in place of the operator's words, null leaves them. */
export async function putProposed(
  tx: Tx,
  id: string,
  taken: Proposal | null,
  now: Instant,
): Promise<void> {
  const replaced = taken ? { ...taken, edited: false, updatedAt: new Date(now) } : {};
  await tx.draft.update({
    where: { id },
    data: { ...replaced, newer: false, version: { increment: 1 } },
  });
}

/** The case's letters in the shape the pure rooms know. `sent`: approved and not taken back. */
export async function lettersOf(tx: Tx, caseId: string): Promise<(Draft & { sent: boolean })[]> {
  const rows = await tx.draft.findMany({ where: { caseId } });
  return rows.map((row) => ({
    audience: row.audience as Draft["audience"],
    template: row.template,
    language: row.language,
    to: row.to as string[],
    subject: row.subject,
    text: row.text,
    gaps: row.gaps as string[],
    sent: row.sentAt !== null,
  }));
}

/** What the operator has to decide once a letter has changed; counsel's cases stay counsel's. */
export async function nextDecision(tx: Tx, row: CaseModel): Promise<Decision> {
  const decision = row.decision as Decision;
  if (decision === "counsel") return decision;
  const open = (await lettersOf(tx, row.id)).filter((letter) => !letter.sent);
  return isReady({ route: row.route as Route }, open) ? "ready" : "needs_fact";
}
