import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { whyNotTogether, whyUnlike } from "./alike.ts";
import {
  BULK_UNDO_MS,
  type BulkCase,
  type BulkItem,
  MAX_BULK,
  type Reason,
  reasonOf,
} from "./bulk.ts";
import { keepBulk, readBulkCases } from "./bulk-store.ts";
import type { SendDeps } from "./queue-draft.ts";
import { sendReply } from "./send-reply.ts";

/** A case and its letters as the review showed them. */
export type Reviewed = {
  caseId: string;
  caseVersion: number;
  letters: { draftId: string; draftVersion: number }[];
};
type Input = {
  items: Reviewed[];
  /** The number the person typed: how many cases they mean to answer. */
  number: number;
  now: Instant;
};

/**
 * Sends the letters of many cases after a person read one of them. Each goes the way of a single letter, with the
 * versions that were reviewed; a case that changed, or that may not be answered this way, is left out with the reason.
 */
export async function answerAlike(
  db: Db,
  viewer: Viewer,
  { items, number, now }: Input,
  deps: SendDeps,
): Promise<{ ok: true; bulkId: string } | Refusal> {
  if (!canWork(viewer)) return forbidden("send letters");
  const stop = wrongNumber(items.length, number);
  if (stop) return stop;
  const cases = await readBulkCases(
    db,
    viewer,
    items.map(({ caseId }) => caseId),
  );
  const found = new Map(cases.map((one) => [one.row.id, one]));
  const sample = cases.find((one) => items.some((item) => isAsReviewed(item, one)));
  const done: BulkItem[] = [];
  for (const item of items) {
    const one = found.get(item.caseId);
    // What the viewer may not see is not named either.
    if (one) done.push(await answerOne(db, viewer, { item, one, sample, now }, deps));
  }
  const bulk = { kind: "answer" as const, by: viewer.userId, at: now, items: done };
  return { ok: true, bulkId: await keepBulk(db, bulk) };
}

function wrongNumber(chosen: number, typed: number): Refusal | null {
  if (chosen === 0) return refuse("none-chosen", "No case is left to answer. Nothing was sent.");
  if (chosen > MAX_BULK)
    return refuse("too-many", "At most {max} cases go in one go. Nothing was sent.", {
      max: MAX_BULK,
    });
  if (typed === chosen) return null;
  return refuse(
    "wrong-number",
    "The number does not agree: {count} cases are to be answered. Type {count} to send. Nothing was sent.",
    { count: chosen },
  );
}

type One = { item: Reviewed; one: BulkCase; sample: BulkCase | undefined; now: Instant };

async function answerOne(
  db: Db,
  viewer: Viewer,
  { item, one, sample, now }: One,
  deps: SendDeps,
): Promise<BulkItem> {
  const { row, letters } = one;
  const outboxIds: string[] = [];
  const why = whyNotNow(item, one, sample);
  let left: Reason | null = why === null ? null : { text: why };
  for (const [at, letter] of left === null ? letters.entries() : []) {
    const { id: draftId, version: draftVersion, to, subject, text } = letter;
    // Each letter of ours raises the version by one; what else raised it stops the next.
    const words = { caseId: row.id, caseVersion: item.caseVersion + at, draftId, draftVersion };
    const input = { ...words, to, subject, text, confirmed: [], now, waitMs: BULK_UNDO_MS };
    const sent = await sendReply(db, viewer, input, deps);
    if (sent.ok) outboxIds.push(sent.outboxId);
    else left ??= reasonOf(sent);
  }
  const after = item.caseVersion + outboxIds.length;
  return { caseId: row.id, ref: row.ref, outboxIds, before: row.state, after, left, undone: null };
}

function whyNotNow(item: Reviewed, one: BulkCase, sample: BulkCase | undefined): string | null {
  if (!isAsReviewed(item, one)) return "It changed after you looked at it.";
  return whyNotTogether(one) ?? (sample ? whyUnlike(sample, one) : null);
}

function isAsReviewed(item: Reviewed, { row, letters }: BulkCase): boolean {
  const seen = new Map(item.letters.map(({ draftId, draftVersion }) => [draftId, draftVersion]));
  return (
    item.caseId === row.id &&
    item.caseVersion === row.version &&
    letters.length === seen.size &&
    letters.every(({ id, version }) => seen.get(id) === version)
  );
}
