import type { Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { Triage } from "../triage/triage.ts";
import { isNews, replaceTriage } from "./again-store.ts";
import { changeCase, dropDrafts, onCase, putDrafts, type TimelineItem } from "./case-store.ts";
import { TYPE_NAMES } from "./case-title.ts";
import { decideCase } from "./decide-case.ts";
import { nextDecision } from "./draft-store.ts";
import { nameCounsel } from "./open-case-store.ts";
import { plainJson } from "./plain-json.ts";
import { storedTriage } from "./stored-triage.ts";

type Input = {
  caseId: string;
  complaintId: string;
  triage: Triage;
  typeByPerson: ComplaintType | undefined;
  now: Instant;
  /** Leave no trace when nothing changed. */
  quiet: boolean;
};

/** Puts a new conclusion in the place of the old one. A seal is only ever added here, never lifted. */
export async function applyTriage(
  db: Db,
  viewer: Viewer,
  { caseId, complaintId, triage, typeByPerson, now, quiet }: Input,
): Promise<{ ok: true } | Refusal> {
  return await onCase(db, viewer, caseId, async (tx, row) => {
    const kept = storedTriage(triage);
    const stored = plainJson({ ...kept, typeByPerson });
    const news = await isNews(tx, caseId, complaintId, stored, triage.drafts);
    if (quiet && !news) return { ok: true as const };
    const plan = decideCase(triage, false);
    const sealed = row.sealed || plan.sealed;
    await replaceTriage(tx, complaintId, stored);
    await dropDrafts(
      tx,
      caseId,
      triage.drafts.map((draft) => draft.audience),
    );
    await putDrafts(tx, caseId, triage.drafts, { now, again: false });
    if (sealed && !row.sealed) await nameCounsel(tx, caseId, now);
    const decision =
      plan.decision === "ready" || plan.decision === "needs_fact"
        ? await nextDecision(tx, { ...row, decision: plan.decision, route: triage.route })
        : plan.decision;
    await changeCase(
      tx,
      caseId,
      {
        type: triage.classification.type,
        confidence: triage.classification.confidence,
        verdict: triage.evidence.verdict,
        route: triage.route,
        title: plan.title,
        line: plan.line,
        sealed,
        decision: sealed ? "counsel" : decision,
      },
      ...changes(row, triage, { actor: viewer.userId, at: now }),
    );
    return { ok: true as const };
  });
}

function changes(
  row: { type: string; verdict: string },
  triage: Triage,
  by: { actor: string; at: Instant },
): TimelineItem[] {
  const { type } = triage.classification;
  const items: TimelineItem[] = [];
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
