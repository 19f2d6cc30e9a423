import type { Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { freezeAttachments } from "./attachment-store.ts";
import { keepLetterText } from "./search-text-store.ts";
import type { StoredMessage, StoredTriage } from "./stored-triage.ts";
import type { ThreadHeaders } from "./thread-headers.ts";

type Letter = ThreadHeaders & {
  caseId: string;
  draftId: string;
  sendKey: string;
  mailboxId: string;
  messageId: string;
  from: { name: string; address: string };
  to: string[];
  subject: string;
  text: string;
  autoSubmitted: string | null;
  notBefore: Instant;
  approvedBy: string;
  now: Instant;
};
type Parent = Pick<StoredMessage, "messageId" | "references">;

/** Writes the outbox row with what is attached to the draft, and marks the draft as gone. Returns the row's id. */
export async function queueLetter(tx: Tx, letter: Letter): Promise<string> {
  const { from, now, notBefore, ...row } = letter;
  const queued = await tx.outboxMail.create({
    data: {
      ...row,
      fromJson: from,
      state: "queued",
      notBefore: new Date(notBefore),
      createdAt: new Date(now),
    },
  });
  await keepLetterText(tx, queued.id);
  await freezeAttachments(tx, letter.draftId, queued.id);
  await markAnswered(tx, letter.draftId, now);
  return queued.id;
}

/** Letters approved since then and not taken back; addresses in lower case. */
export async function lettersSince(
  tx: Tx,
  since: Instant,
): Promise<{ caseId: string; to: string[] }[]> {
  const rows = await tx.outboxMail.findMany({
    where: { createdAt: { gt: new Date(since) }, state: { not: "cancelled" } },
    select: { caseId: true, to: true },
  });
  return rows.map(({ caseId, to }) => ({
    caseId,
    to: (to as string[]).map((address) => address.toLowerCase()),
  }));
}

/** The draft has left the operator's hands. */
export async function markAnswered(tx: Tx, draftId: string, now: Instant): Promise<void> {
  await tx.draft.update({ where: { id: draftId }, data: { sentAt: new Date(now) } });
}

/** Addresses of our own mailboxes, lower case. */
export async function ownAddresses(tx: Tx): Promise<string[]> {
  const rows = await tx.mailbox.findMany({ select: { address: true } });
  return rows.map((row) => row.address.toLowerCase());
}

/** The mailbox the newest complaint of the case came to; else the oldest one in use. */
export async function senderFor(
  tx: Tx,
  caseId: string,
): Promise<{ mailboxId: string; address: string; name: string } | null> {
  const sighting = await tx.sighting.findFirst({
    where: { raw: { complaints: { some: { caseId } } }, mailbox: { enabled: true } },
    orderBy: { id: "desc" },
    include: { mailbox: true },
  });
  const mailbox =
    sighting?.mailbox ??
    (await tx.mailbox.findFirst({ where: { enabled: true }, orderBy: { id: "asc" } }));
  return mailbox && { mailboxId: mailbox.id, address: mailbox.address, name: mailbox.senderName };
}

/**
 * The mail an answer belongs under: for the provider the mail it sent us, for the complainant behind a provider the
 * original inside it.
 */
export async function parentOf(tx: Tx, caseId: string, audience: string): Promise<Parent> {
  const row = await tx.complaint.findFirst({ where: { caseId }, orderBy: { id: "desc" } });
  const complaint = (row?.triage as unknown as StoredTriage | undefined)?.complaint;
  if (!complaint) return { messageId: null, references: [] };
  const { message } = complaint;
  const behind = complaint.wrapper !== null || complaint.forwardedBy !== null;
  if (audience === "isp" || !behind) return message;
  return message.nested.at(-1) ?? { messageId: null, references: [] };
}

/** Letters of the case that have a recipient and nobody has approved yet. */
export async function stillToSend(tx: Tx, caseId: string): Promise<number> {
  const rows = await tx.draft.findMany({
    where: { caseId, sentAt: null },
    select: { to: true },
  });
  return rows.filter((row) => (row.to as string[]).length > 0).length;
}
