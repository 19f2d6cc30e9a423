import { type Refusal, refuse } from "../accounts/refusal.ts";
import type { Tx } from "../db/client.ts";
import type { CaseModel, DraftModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { attachmentsOfDraft } from "./attachment-store.ts";
import { changeCase } from "./case-store.ts";
import { ownMessageId } from "./own-message-id.ts";
import { parentOf, queueLetter, senderFor, stillToSend } from "./send-store.ts";
import { threadHeaders } from "./thread-headers.ts";

export type SendDeps = {
  /** Key of our Message-IDs, see `ownMessageId`. */
  threadKey: string;
  random: (bytes: number) => Uint8Array;
};
/** Who says that a letter may go. `rule`: by name, when no person read this one. */
export type Approval = {
  approvedBy: string;
  actor: string;
  rule?: string;
  waitMs: number;
  now: Instant;
};
export type Queued = { ok: true; outboxId: string };

/**
 * Puts a draft as it stands into the outbox and says so on the case, in the caller's transaction. It may go after
 * `waitMs`, and until then it can be taken back. What no person read is marked as RFC 3834 section 5 asks.
 */
export async function queueDraft(
  tx: Tx,
  row: CaseModel,
  draft: DraftModel,
  { approvedBy, actor, rule, waitMs, now }: Approval,
  deps: SendDeps,
): Promise<Queued | Refusal> {
  const sender = await senderFor(tx, row.id);
  if (!sender)
    return refuse("no-mailbox", "There is no mailbox to send from. Add one in the settings first.");
  const to = draft.to as string[];
  const parent = await parentOf(tx, row.id, draft.audience);
  const outboxId = await queueLetter(tx, {
    caseId: row.id,
    draftId: draft.id,
    sendKey: `${draft.id}:${draft.version}`,
    mailboxId: sender.mailboxId,
    messageId: ownMessageId(row.ref, deps.random(8), domainOf(sender.address), deps.threadKey),
    from: { name: sender.name, address: sender.address },
    to,
    subject: draft.subject,
    text: draft.text,
    ...threadHeaders(parent),
    autoSubmitted: rule === undefined ? null : "auto-replied",
    notBefore: now + waitMs,
    approvedBy,
    now,
  });
  const files = (await attachmentsOfDraft(tx, draft.id)).map(
    ({ name, sha256 }) => `${name} (SHA-256 ${sha256})`,
  );
  const rest = await stillToSend(tx, row.id);
  const said = { to, audience: draft.audience, subject: draft.subject, files };
  await changeCase(
    tx,
    row.id,
    { state: rest > 0 ? "open" : "waiting", closedAt: null, letterState: "queued" },
    { kind: "approved", actor, at: now, data: rule === undefined ? said : { ...said, rule } },
  );
  return { ok: true, outboxId };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
