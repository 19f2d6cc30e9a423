import { notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { type BulkItem, type BulkKind, type Reason, reasonOf } from "./bulk.ts";
import { claimUndo, keepItems, readBulk } from "./bulk-store.ts";
import type { CaseState } from "./case.ts";
import { undoFollowUp } from "./plan-follow-up.ts";
import { reopenCase } from "./reopen-case.ts";
import { undoSend } from "./undo-send.ts";

/** Takes back what can still be taken back of what a person did to many cases; of each other one it says why not. Once. */
export async function undoBulk(
  db: Db,
  viewer: Viewer,
  { bulkId, now }: { bulkId: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  const bulk = await readBulk(db, viewer, bulkId);
  if (!bulk) return notFound("list of cases");
  if (bulk.undoneAt !== null || !(await claimUndo(db, bulkId, now)))
    return refuse("undone-already", "This was taken back already.");
  const items: BulkItem[] = [];
  for (const item of bulk.items) {
    const isDone = item.left === null || item.outboxIds.length > 0;
    const undone = isDone ? await undoOne(db, viewer, bulk.kind, item, now) : null;
    items.push({ ...item, undone });
  }
  await keepItems(db, bulkId, items);
  return { ok: true };
}

async function undoOne(
  db: Db,
  viewer: Viewer,
  kind: BulkKind,
  item: BulkItem,
  now: Instant,
): Promise<true | Reason> {
  const { caseId } = item;
  if (kind === "answer") return await undoLetters(db, viewer, item, now);
  const state = item.before as CaseState;
  const answer =
    kind === "close"
      ? await reopenCase(db, viewer, { caseId, state, caseVersion: item.after, now })
      : await undoFollowUp(db, viewer, { caseId, now });
  return answer.ok || reasonOf(answer);
}

async function undoLetters(
  db: Db,
  viewer: Viewer,
  { caseId, outboxIds }: BulkItem,
  now: Instant,
): Promise<true | Reason> {
  let problem: Reason | null = null;
  for (const outboxId of outboxIds) {
    const answer = await undoSend(db, viewer, { caseId, outboxId, now });
    if (!answer.ok) problem = reasonOf(answer);
  }
  return problem ?? true;
}
