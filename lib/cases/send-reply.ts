import { canSend } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { CaseModel, DraftModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { caseChanged, draftChanged } from "./case-changed.ts";
import { onCase } from "./case-store.ts";
import { openPoints } from "./checklist.ts";
import { findDraft } from "./draft-store.ts";
import { keepDraft } from "./edit-draft.ts";
import { gapsIn } from "./gaps.ts";
import { lettersOfDraft } from "./outbox-view-store.ts";
import { type Queued, queueDraft, type SendDeps } from "./queue-draft.ts";
import { recipientProblem } from "./recipient.ts";
import { lettersSince, ownAddresses } from "./send-store.ts";

/** How long an approval can be taken back. */
export const UNDO_MS = 15_000;

export type SendInput = {
  caseId: string;
  draftId: string;
  /** Both as the person saw them: the collision stop. */
  caseVersion: number;
  draftVersion: number;
  /** The letter as it stands in the form; kept, then sent, in one step. */
  to: string[];
  subject: string;
  text: string;
  /** Ids of the checklist points the person confirmed; `send-again` where nobody knows whether an earlier try arrived. */
  confirmed: string[];
  /** How long it waits here; UNDO_MS when not said. */
  waitMs?: number;
  now: Instant;
};
type Answer = Queued | Refusal;

/**
 * The operator approves a letter: draft, outbox row, case and timeline change together. It goes out when the undo
 * window ends. Refuses with one sentence whenever sending would be wrong; then nothing changes.
 */
export async function sendReply(
  db: Db,
  viewer: Viewer,
  input: SendInput,
  deps: SendDeps,
): Promise<Answer> {
  return await onCase(db, viewer, input.caseId, async (tx, row): Promise<Answer> => {
    if (!canSend(viewer, row)) return forbidden("send letters of this case");
    const draft = await findDraft(tx, row.id, input.draftId);
    if (!draft) return notFound("letter");
    const stop =
      (await alreadySent(tx, draft, input.confirmed)) ??
      caseChanged(row, input.caseVersion) ??
      draftChanged(draft, input.draftVersion) ??
      unconfirmed(row, input.confirmed) ??
      (await unfit(tx, input)) ??
      (await tooMany(tx, input));
    if (stop) return stop;
    return await approve(tx, viewer, row, draft, input, deps);
  });
}

async function approve(
  tx: Tx,
  viewer: Viewer,
  row: CaseModel,
  draft: DraftModel,
  input: SendInput,
  deps: SendDeps,
): Promise<Answer> {
  await keepDraft(tx, row, draft, { ...input, actor: viewer.userId });
  const kept = (await findDraft(tx, row.id, draft.id)) ?? draft;
  const waitMs = input.waitMs ?? UNDO_MS;
  const approval = { approvedBy: viewer.userId, actor: viewer.userId, waitMs };
  return await queueDraft(tx, row, kept, { ...approval, now: input.now }, deps);
}

/** Two clicks, two people, or a page opened before the first send: one letter. */
async function alreadySent(
  tx: Tx,
  draft: DraftModel,
  confirmed: readonly string[],
): Promise<Refusal | null> {
  const states = (await lettersOfDraft(tx, draft.id)).map((letter) => letter.state);
  if (states.includes("queued") || states.includes("sending"))
    return refuse("already-queued", "This letter is on its way already.");
  if (draft.sentAt !== null) return refuse("already-sent", "This letter has been sent already.");
  if (states[0] === "unknown" && !confirmed.includes("send-again"))
    return refuse(
      "maybe-sent",
      "Nobody knows whether the last try reached the recipient. Look at the mailbox's sent mail, then tick 'send again'.",
    );
  return null;
}

function unconfirmed(row: CaseModel, confirmed: readonly string[]): Refusal | null {
  const open = openPoints(row, confirmed);
  if (open.length === 0) return null;
  return refuse("checklist", "Before this letter may go, confirm: {point}", {
    point: open[0]?.text ?? "",
  });
}

/** Brakes against a loop that a person keeps going by pressing the key; far above what anybody writes by hand. */
const MOST_A_DAY = { case: 10, address: 100 };

async function tooMany(tx: Tx, { caseId, to, now }: SendInput): Promise<Refusal | null> {
  const lately = await lettersSince(tx, now - 24 * 3_600_000);
  if (lately.filter((letter) => letter.caseId === caseId).length >= MOST_A_DAY.case)
    return refuse(
      "too-many-in-case",
      "{count} letters of this case went out in the last 24 hours. Something answers by itself; look at the timeline, and send from your mail program if it is right.",
      { count: MOST_A_DAY.case },
    );
  const full = to.find(
    (address) =>
      lately.filter((letter) => letter.to.includes(address.toLowerCase())).length >=
      MOST_A_DAY.address,
  );
  if (full === undefined) return null;
  return refuse(
    "too-many-to-address",
    "{count} letters went to {address} in the last 24 hours. Wait until tomorrow, or answer them together in one mail.",
    { count: MOST_A_DAY.address, address: full },
  );
}

async function unfit(tx: Tx, { to, subject, text }: SendInput): Promise<Refusal | null> {
  const gaps = gapsIn(subject, text);
  if (gaps.length > 0)
    return refuse("gaps", "The letter still lacks: {gaps}. Fill it in, then send.", {
      gaps: gaps.join(", "),
    });
  if (text.trim() === "" || subject.trim() === "")
    return refuse("empty-letter", "The letter has no subject or no text.");
  const problem = recipientProblem(to, await ownAddresses(tx));
  return problem ? refuse("bad-recipient", problem) : null;
}
