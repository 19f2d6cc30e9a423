import { gunzipSync, gzipSync } from "node:zlib";
import type { Db, Tx } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import type { SentLetter } from "./imap.ts";

export type DueCopy = SentLetter & { outboxId: string; attempts: number };
const BATCH = 50;

/** The bytes as they are about to leave; a later attempt overwrites those of an earlier one. */
export async function noteBytes(tx: Tx, outboxId: string, raw: Uint8Array, now: number) {
  const data = { gzip: new Uint8Array(gzipSync(raw)), notBefore: new Date(now) };
  await tx.sentCopy.upsert({ where: { outboxId }, create: { outboxId, ...data }, update: data });
}

/** Copies of letters that certainly went, oldest first, by mailbox. */
export async function dueCopies(db: Db, now: number): Promise<Map<string, DueCopy[]>> {
  const rows = await db.sentCopy.findMany({
    where: { folder: null, notBefore: { lte: new Date(now) }, outbox: { state: "sent" } },
    orderBy: { notBefore: "asc" },
    include: { outbox: { select: { mailboxId: true, messageId: true, settledAt: true } } },
    take: BATCH,
  });
  const byMailbox = new Map<string, DueCopy[]>();
  for (const { outboxId, gzip, attempts, outbox } of rows) {
    const { mailboxId, messageId, settledAt } = outbox;
    const copy = {
      outboxId,
      attempts,
      messageId,
      raw: gunzipSync(gzip),
      at: settledAt ?? new Date(now),
    };
    byMailbox.set(mailboxId, [...(byMailbox.get(mailboxId) ?? []), copy]);
  }
  return byMailbox;
}

export async function copyKept(db: Db, outboxId: string, folder: string): Promise<void> {
  await db.sentCopy.update({
    where: { outboxId },
    data: { folder, problem: null, notBefore: null },
  });
}

/** `until` null: the desk has given up. */
export async function copiesFailed(
  db: Db,
  outboxIds: string[],
  { problem, until }: { problem: string; until: number | null },
): Promise<void> {
  await db.sentCopy.updateMany({
    where: { outboxId: { in: outboxIds } },
    data: {
      problem,
      attempts: { increment: 1 },
      notBefore: until === null ? null : new Date(until),
    },
  });
}

export async function mailboxOf(db: Db, id: string): Promise<MailboxModel | null> {
  return await db.mailbox.findUnique({ where: { id } });
}
