import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { whyByItself } from "./alike.ts";
import { type BulkItem, type BulkKind, MAX_BULK, type Reason, reasonOf } from "./bulk.ts";
import { keepBulk, readBulkCases } from "./bulk-store.ts";
import type { QueueRow } from "./case.ts";
import { type CloseReason, closeCase } from "./close-case.ts";
import { planFollowUp } from "./plan-follow-up.ts";

/** A case as the person saw it. */
export type Chosen = { caseId: string; caseVersion: number };
type Many = { items: Chosen[]; now: Instant };
type Answer = { ok: true; bulkId: string } | Refusal;

/** Closes many cases without an answer, for one reason. Each may be left out, with its own reason. */
export async function closeMany(
  db: Db,
  viewer: Viewer,
  { reason, text, ...many }: Many & { reason: CloseReason; text: string },
): Promise<Answer> {
  if (reason === "other" && text.trim() === "")
    return refuse("no-reason", "Say in a few words why the cases are closed.");
  return await changeMany(db, viewer, "close", many, (item) =>
    closeCase(db, viewer, { ...item, reason, text, now: many.now }),
  );
}

/** Many cases leave the queue and come back in so many days. */
export async function putOffMany(
  db: Db,
  viewer: Viewer,
  { days, reason, ...many }: Many & { days: number; reason: string },
): Promise<Answer> {
  return await changeMany(db, viewer, "later", many, ({ caseId }) =>
    planFollowUp(db, viewer, { caseId, days, reason, now: many.now }),
  );
}

async function changeMany(
  db: Db,
  viewer: Viewer,
  kind: BulkKind,
  { items, now }: Many,
  change: (item: Chosen) => Promise<{ ok: true } | Refusal>,
): Promise<Answer> {
  if (!canWork(viewer)) return forbidden("work on cases");
  if (items.length === 0) return refuse("none-chosen", "No case is chosen. Nothing was done.");
  if (items.length > MAX_BULK)
    return refuse("too-many", "At most {max} cases go in one go. Nothing was done.", {
      max: MAX_BULK,
    });
  const versions = new Map(items.map(({ caseId, caseVersion }) => [caseId, caseVersion]));
  const done: BulkItem[] = [];
  for (const { row } of await readBulkCases(db, viewer, [...versions.keys()])) {
    const caseVersion = versions.get(row.id) ?? 0;
    const why = whyByItself(row) ?? whyChanged(row, caseVersion);
    const left =
      why === null ? whyNot(await change({ caseId: row.id, caseVersion })) : { text: why };
    const state = { outboxIds: [], before: row.state, after: caseVersion + 1 };
    done.push({ caseId: row.id, ref: row.ref, ...state, left, undone: null });
  }
  return {
    ok: true,
    bulkId: await keepBulk(db, { kind, by: viewer.userId, at: now, items: done }),
  };
}

function whyChanged({ version }: QueueRow, seen: number): string | null {
  return version === seen ? null : "It changed after you looked at it.";
}

function whyNot(answer: { ok: true } | Refusal): Reason | null {
  return answer.ok ? null : reasonOf(answer);
}
