import { canSend } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { CaseModel, DraftModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { attachmentsOfDraft } from "./attachment-store.ts";
import { caseChanged, draftChanged } from "./case-changed.ts";
import { changeCase, onCase } from "./case-store.ts";
import { openPoints } from "./checklist.ts";
import { findDraft } from "./draft-store.ts";
import { keepDraft } from "./edit-draft.ts";
import { gapsIn } from "./gaps.ts";
import { lettersOfDraft } from "./outbox-view-store.ts";
import { ownMessageId } from "./own-message-id.ts";
import { recipientProblem } from "./recipient.ts";
import { ownAddresses, parentOf, queueLetter, senderFor, stillToSend } from "./send-store.ts";
import { threadHeaders } from "./thread-headers.ts";

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
  now: Instant;
};
export type SendDeps = {
  /** Key of our Message-IDs, see `ownMessageId`. */
  threadKey: string;
  random: (bytes: number) => Uint8Array;
};
type Answer = { ok: true; outboxId: string } | Refusal;

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
      (await unfit(tx, input));
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
  const sender = await senderFor(tx, row.id);
  if (!sender)
    return refuse("no-mailbox", "There is no mailbox to send from. Add one in the settings first.");
  const { draftVersion } = await keepDraft(tx, row, draft, { ...input, actor: viewer.userId });
  const kept = (await findDraft(tx, row.id, draft.id)) ?? draft;
  const parent = await parentOf(tx, row.id, draft.audience);
  const outboxId = await queueLetter(tx, {
    caseId: row.id,
    draftId: draft.id,
    sendKey: `${draft.id}:${draftVersion}`,
    mailboxId: sender.mailboxId,
    messageId: ownMessageId(row.ref, deps.random(8), domainOf(sender.address), deps.threadKey),
    from: { name: sender.name, address: sender.address },
    to: input.to,
    subject: kept.subject,
    text: kept.text,
    ...threadHeaders(parent),
    notBefore: input.now + UNDO_MS,
    approvedBy: viewer.userId,
    now: input.now,
  });
  const files = (await attachmentsOfDraft(tx, draft.id)).map(
    ({ name, sha256 }) => `${name} (SHA-256 ${sha256})`,
  );
  const rest = await stillToSend(tx, row.id);
  await changeCase(
    tx,
    row.id,
    { state: rest > 0 ? "open" : "waiting", closedAt: null },
    {
      kind: "approved",
      actor: viewer.userId,
      at: input.now,
      data: { to: input.to, audience: draft.audience, subject: kept.subject, files },
    },
  );
  return { ok: true, outboxId };
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
  return refuse("checklist", `Before this letter may go, confirm: ${open[0]?.text}`);
}

async function unfit(tx: Tx, { to, subject, text }: SendInput): Promise<Refusal | null> {
  const gaps = gapsIn(subject, text);
  if (gaps.length > 0)
    return refuse("gaps", `The letter still lacks: ${gaps.join(", ")}. Fill it in, then send.`);
  if (text.trim() === "" || subject.trim() === "")
    return refuse("empty-letter", "The letter has no subject or no text.");
  const problem = recipientProblem(to, await ownAddresses(tx));
  return problem ? refuse("bad-recipient", problem) : null;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
