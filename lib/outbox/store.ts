import { createHash } from "node:crypto";
import type { Db, Tx } from "../db/client.ts";
import type { MailboxModel, OutboxMailModel } from "../db/generated/models.ts";
import type { Plan } from "./after-attempt.ts";
import { noteBytes } from "./sent-copy-store.ts";
import type { LetterFile } from "./smtp.ts";

/** What the case is told, in the transaction that settles the letter. */
export type Settled = {
  outboxId: string;
  outcome: "sent" | "failed" | "unknown";
  answer: string | null;
  at: number;
};
export type Settle = (tx: Tx, settled: Settled) => Promise<unknown>;

const BATCH = 100;

/** Ids of the letters whose time has come, oldest first, by mailbox. */
export async function dueLetters(db: Db, now: number): Promise<Map<string, string[]>> {
  const rows = await db.outboxMail.findMany({
    where: { state: "queued", notBefore: { lte: new Date(now) } },
    orderBy: { notBefore: "asc" },
    select: { id: true, mailboxId: true },
    take: BATCH,
  });
  const byMailbox = new Map<string, string[]>();
  for (const { id, mailboxId } of rows)
    byMailbox.set(mailboxId, [...(byMailbox.get(mailboxId) ?? []), id]);
  return byMailbox;
}

/** Takes a letter for sending; null when somebody else has it or it was taken back. The row is read after the claim. */
export async function claimLetter(
  db: Db,
  id: string,
  now: number,
): Promise<OutboxMailModel | null> {
  const { count } = await db.outboxMail.updateMany({
    where: { id, state: "queued", notBefore: { lte: new Date(now) } },
    data: {
      state: "sending",
      claimedAt: new Date(now),
      dataBegunAt: null,
      attempts: { increment: 1 },
    },
  });
  return count === 0 ? null : await db.outboxMail.findUnique({ where: { id } });
}

/** On the disk before the first byte of the text leaves: after a crash this tells "never sent" from "nobody knows". */
export async function noteDataBegun(
  db: Db,
  id: string,
  raw: Uint8Array,
  now: number,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.outboxMail.update({ where: { id }, data: { dataBegunAt: new Date(now) } });
    await noteBytes(tx, id, raw, now);
  });
}

/** Writes down how an attempt ended, and tells the case when it is over. */
export async function settleLetter(
  db: Db,
  id: string,
  plan: Plan,
  now: number,
  settle: Settle,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const over = plan.state !== "queued";
    const { count } = await tx.outboxMail.updateMany({
      where: { id, state: "sending" },
      data: {
        state: plan.state,
        answer: plan.answer,
        verdicts: plan.verdicts,
        ...(plan.notBefore === null ? {} : { notBefore: new Date(plan.notBefore) }),
        ...(over ? { settledAt: new Date(now) } : { dataBegunAt: null }),
      },
    });
    if (count === 0 || plan.state === "queued") return;
    await settle(tx, { outboxId: id, outcome: plan.state, answer: plan.answer, at: now });
  });
}

/** The other letters of a mailbox that cannot send now wait with the one that found out. */
export async function postponeMailbox(
  db: Db,
  mailboxId: string,
  { until, answer, now }: { until: number; answer: string; now: number },
): Promise<void> {
  await db.outboxMail.updateMany({
    where: { mailboxId, state: "queued", notBefore: { lte: new Date(now) } },
    data: { notBefore: new Date(until), answer },
  });
}

/** Letters somebody took for sending, up to this moment, and has not settled. */
export async function interruptedLetters(db: Db, claimedBy: number): Promise<OutboxMailModel[]> {
  return await db.outboxMail.findMany({
    where: { state: "sending", claimedAt: { lte: new Date(claimedBy) } },
  });
}

/** Back to the queue: the text had not begun, so it has certainly not gone. */
export async function requeue(db: Db, id: string, now: number): Promise<void> {
  await db.outboxMail.updateMany({
    where: { id, state: "sending", dataBegunAt: null },
    data: { state: "queued", notBefore: new Date(now) },
  });
}

/** What goes with a letter, as it was when it was approved. Throws when the bytes are no longer those. */
export async function approvedFiles(db: Db, letterId: string): Promise<LetterFile[]> {
  const rows = await db.letterAttachment.findMany({
    where: { letterId },
    orderBy: { id: "asc" },
    include: { file: true },
  });
  return rows.map(({ name, mediaType, sha256, file: { bytes } }) => {
    if (createHash("sha256").update(bytes).digest("hex") === sha256)
      return { name, mediaType, bytes };
    throw new Error(
      `The attachment ${name} is not what was approved. Attach it anew and send again.`,
    );
  });
}

export async function findMailbox(db: Db, id: string): Promise<MailboxModel | null> {
  return await db.mailbox.findUnique({ where: { id } });
}
