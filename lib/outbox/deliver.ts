import type { Db } from "../db/client.ts";
import type { MailboxModel, OutboxMailModel } from "../db/generated/models.ts";
import { afterAttempt, stillOpen } from "./after-attempt.ts";
import { mailboxAccount } from "./mailbox-account.ts";
import { composeLetter, type Letter, openSmtp, type SmtpSession, type SmtpWaits } from "./smtp.ts";
import { type Attempt, readAttempt, type Verdicts } from "./smtp-answer.ts";
import {
  approvedFiles,
  claimLetter,
  dueLetters,
  findMailbox,
  interruptedLetters,
  noteDataBegun,
  postponeMailbox,
  requeue,
  type Settle,
  settleLetter,
} from "./store.ts";

/** Longer than any attempt lasts: a letter claimed before that was left behind, e.g. by a full disk. */
const STALE_AFTER = 30 * 60_000;

export type DeliverDeps = {
  secretKey: Uint8Array;
  /** Tells the case, in the transaction that settles the letter. */
  settle: Settle;
  now: () => number;
  /** Stops between two letters. */
  signal?: AbortSignal;
  waits?: SmtpWaits;
};

/**
 * Sends every letter whose time has come, each mailbox over one connection, mailboxes side by side. A letter is claimed
 * before it is sent and settled after; whatever happens in between, it is never sent twice. Returns how many were tried.
 */
export async function deliverDue(db: Db, deps: DeliverDeps): Promise<number> {
  await recoverInterrupted(db, deps, STALE_AFTER);
  const due = await dueLetters(db, deps.now());
  const tried = await Promise.all(
    [...due].map(([mailboxId, ids]) => deliverFrom(db, mailboxId, ids, deps)),
  );
  return tried.reduce((sum, count) => sum + count, 0);
}

/**
 * At start, before anything is sent: letters a process was sending when it died. Without the text begun they go back to
 * the queue; else nobody can know, and the operator is told.
 */
export async function recoverInterrupted(
  db: Db,
  deps: Pick<DeliverDeps, "settle" | "now">,
  olderThan = 0,
): Promise<void> {
  for (const row of await interruptedLetters(db, deps.now() - olderThan)) {
    const now = deps.now();
    if (row.dataBegunAt === null) {
      await requeue(db, row.id, now);
      continue;
    }
    const text =
      "The desk was stopped after the text was handed over and before the server answered.";
    const attempt: Attempt = { kind: "broken", dataBegun: true, text };
    await settleLetter(db, row.id, planFor(row, attempt, now), now, deps.settle);
  }
}

async function deliverFrom(
  db: Db,
  mailboxId: string,
  ids: string[],
  deps: DeliverDeps,
): Promise<number> {
  const line = mailboxLine(db, await findMailbox(db, mailboxId), deps);
  let tried = 0;
  try {
    for (const id of ids) {
      if (deps.signal?.aborted) break;
      const row = await claimLetter(db, id, deps.now());
      if (!row) continue;
      tried += 1;
      if (!(await deliverOne(db, row, line, deps))) break;
    }
  } finally {
    line.close();
  }
  return tried;
}

/** False when the next letter of this mailbox would fail in the same way; then they all wait. */
async function deliverOne(
  db: Db,
  row: OutboxMailModel,
  line: MailboxLine,
  deps: DeliverDeps,
): Promise<boolean> {
  const attempt = await line.attempt(row);
  const now = deps.now();
  const plan = planFor(row, attempt, now);
  await settleLetter(db, row.id, plan, now, deps.settle);
  if (!isAboutAccount(attempt) || plan.notBefore === null) return true;
  await postponeMailbox(db, row.mailboxId, { until: plan.notBefore, answer: plan.answer, now });
  return false;
}

type MailboxLine = { attempt: (row: OutboxMailModel) => Promise<Attempt>; close: () => void };

/** One connection for as many letters as it lasts; a new one after each that did not end well. */
function mailboxLine(db: Db, mailbox: MailboxModel | null, deps: DeliverDeps): MailboxLine {
  let session: SmtpSession | null = null;
  return {
    attempt: async (row) => {
      const opened: SmtpSession | { failed: Attempt } =
        session ?? (await openFor(mailbox, row, deps));
      if ("failed" in opened) return opened.failed;
      const attempt = await attemptOne(db, row, opened, deps);
      session = attempt.kind === "accepted" ? opened : null;
      return attempt;
    },
    close: () => session?.close(),
  };
}

/** Would the next letter of this mailbox fail in the same way? */
function isAboutAccount(attempt: Attempt): boolean {
  if (attempt.kind === "broken") return !attempt.dataBegun;
  return attempt.kind === "refused" && attempt.stage === "session";
}

async function openFor(
  mailbox: MailboxModel | null,
  row: OutboxMailModel,
  deps: DeliverDeps,
): Promise<SmtpSession | { failed: Attempt }> {
  const refused = (text: string) => ({
    failed: { kind: "broken", dataBegun: false, text } as const,
  });
  if (!mailbox)
    return refused(
      "The mailbox this letter was to go from is gone. Take the letter back and send it again.",
    );
  const account = mailboxAccount(mailbox, deps.secretKey);
  if ("flaw" in account) return refused(account.flaw);
  // Not this machine's name: it would stand in the Received lines of every answer.
  const { address } = row.fromJson as { address: string };
  return await openSmtp(account, address.slice(address.lastIndexOf("@") + 1), deps.waits);
}

async function attemptOne(
  db: Db,
  row: OutboxMailModel,
  session: SmtpSession,
  deps: DeliverDeps,
): Promise<Attempt> {
  let letter: Letter;
  try {
    letter = { ...letterOf(row, deps.now()), files: await approvedFiles(db, row.id) };
    await composeLetter(letter);
  } catch (error) {
    const text = error instanceof Error ? error.message : "The letter cannot be made.";
    return { kind: "refused", stage: "envelope", answer: { code: 553, text }, refused: [] };
  }
  return await session.send(letter, (raw) => noteDataBegun(db, row.id, raw, deps.now()));
}

function letterOf(row: OutboxMailModel, now: number): Omit<Letter, "files"> {
  const to = row.to as string[];
  return {
    from: row.fromJson as { name: string; address: string },
    to,
    recipients: stillOpen(to, (row.verdicts ?? {}) as Verdicts),
    subject: row.subject,
    text: row.text,
    messageId: row.messageId,
    inReplyTo: row.inReplyTo,
    references: row.references as string[],
    autoSubmitted: row.autoSubmitted,
    date: new Date(now),
  };
}

function planFor(row: OutboxMailModel, attempt: Attempt, now: number) {
  const before = (row.verdicts ?? {}) as Verdicts;
  const open = stillOpen(row.to as string[], before);
  return afterAttempt({
    verdicts: { ...before, ...readAttempt(open, attempt) },
    attempts: row.attempts,
    since: row.createdAt.getTime(),
    now,
  });
}
