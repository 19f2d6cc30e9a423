import type { Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { FactChange } from "../complaints/fact-change.ts";
import type { Db, Tx } from "../db/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import type { Triage } from "../triage/triage.ts";
import { isNews, leadingId, replaceTriage } from "./again-store.ts";
import { caseChanged } from "./case-changed.ts";
import { changeCase, dropDrafts, onCase, putDrafts, type TimelineItem } from "./case-store.ts";
import { TYPE_NAMES } from "./case-title.ts";
import { deadlineOf } from "./deadline-store.ts";
import { decideCase, isForSeal } from "./decide-case.ts";
import { nextDecision } from "./draft-store.ts";
import { keepLesson } from "./lessons-store.ts";
import { nameCounsel } from "./open-case-store.ts";
import { plainJson } from "./plain-json.ts";
import { storedTriage } from "./stored-triage.ts";

type Input = {
  caseId: string;
  complaintId: string;
  triage: Triage;
  typeByPerson: ComplaintType | undefined;
  corrections: readonly FactChange[];
  /** Version of the case before the mail was read: what was concluded from an older state is not kept. */
  seen: number;
  now: Instant;
  /** Leave no trace when nothing changed. */
  quiet: boolean;
  /** A correction, kept in the same transaction. The mail may then be one the case is not about. */
  correction?: { write: (tx: Tx) => Promise<void>; item: TimelineItem };
};
type Answer = { ok: true; leads: boolean } | Refusal;

/**
 * Puts a new conclusion in the place of the old one. A seal is only ever added here, never lifted. `leads` false: it was
 * kept with its mail, but the case is about another one.
 */
export async function applyTriage(db: Db, viewer: Viewer, input: Input): Promise<Answer> {
  const { caseId, complaintId, triage, now, correction } = input;
  const { typeByPerson } = input;
  const corrections = input.corrections.length > 0 ? [...input.corrections] : undefined;
  return await onCase(db, viewer, caseId, async (tx, row): Promise<Answer> => {
    const stop = caseChanged(row, input.seen);
    if (stop) return stop;
    const stored = plainJson({ ...storedTriage(triage), typeByPerson, corrections });
    const news = await isNews(tx, caseId, complaintId, stored, triage.drafts);
    if (input.quiet && !news) return { ok: true, leads: true };
    await correction?.write(tx);
    const deadlineAt = triage.complaint.deadline?.at ?? null;
    await replaceTriage(tx, complaintId, { stored, deadlineAt });
    const sealed = row.sealed || isForSeal(triage);
    const { seen = [] } = triage.classification;
    await keepLesson(tx, { complaintId, type: typeByPerson, seen, sealed, by: viewer.userId, now });
    if (correction && (await leadingId(tx, caseId, row.type)) !== complaintId) {
      await changeCase(tx, caseId, await deadlineOf(tx, row, row.type), correction.item);
      return { ok: true, leads: false };
    }
    const items = changes(row, triage, { actor: viewer.userId, at: now }, correction?.item);
    await changeCase(tx, caseId, await newHead(tx, row, triage, now), ...items);
    return { ok: true, leads: true };
  });
}

/** Letters and head of the case, as its leading mail has them now. */
async function newHead(tx: Tx, row: CaseModel, triage: Triage, now: Instant) {
  const { type, confidence } = triage.classification;
  const audiences = triage.drafts.map((draft) => draft.audience);
  await dropDrafts(tx, row.id, audiences);
  await putDrafts(tx, row.id, triage.drafts, { now, again: false });
  const plan = decideCase(triage, false);
  const sealed = row.sealed || plan.sealed;
  if (sealed && !row.sealed) await nameCounsel(tx, row.id, now);
  const decision =
    plan.decision === "ready" || plan.decision === "needs_fact"
      ? await nextDecision(tx, { ...row, decision: plan.decision, route: triage.route })
      : plan.decision;
  return {
    type,
    confidence,
    verdict: triage.evidence.verdict,
    route: triage.route,
    title: plan.title,
    line: plan.line,
    relay: plan.relay,
    source: plan.source,
    language: plan.language,
    sealed,
    decision: sealed ? "counsel" : decision,
    ...(await deadlineOf(tx, row, type)),
  };
}

function changes(
  row: { type: string; verdict: string },
  triage: Triage,
  by: { actor: string; at: Instant },
  correction: TimelineItem | undefined,
): TimelineItem[] {
  const { type } = triage.classification;
  const items: TimelineItem[] = correction ? [correction] : [];
  if (type !== row.type) {
    const before = TYPE_NAMES[row.type as keyof typeof TYPE_NAMES] ?? row.type;
    items.push({ ...by, kind: "retyped", data: { before, after: TYPE_NAMES[type] } });
  }
  if (triage.evidence.verdict !== row.verdict || items.length === 0) {
    const data = { before: row.verdict, after: triage.evidence.verdict };
    items.push({ ...by, kind: "checked", data });
  }
  return items;
}
