import { IMAP_PASSWORD, unseal } from "../config/secret.ts";
import type { Db } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import { keepInSent, type SentAccount } from "./imap.ts";
import { copiesFailed, copyKept, type DueCopy, dueCopies, mailboxOf } from "./sent-copy-store.ts";

const MINUTE = 60_000;
/** Waits between tries; after the last one the desk gives up: the letter itself has long arrived. */
const WAITS = [MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 24 * 60 * MINUTE];

/**
 * Puts copies of the letters that went into the Sent folders of their mailboxes, so that other mail programs show them.
 * A step of its own: whatever fails here never touches the sending. Returns how many copies are in place now.
 */
export async function keepSentCopies(
  db: Db,
  { secretKey, now }: { secretKey: Uint8Array; now: () => number },
): Promise<number> {
  let kept = 0;
  for (const [mailboxId, copies] of await dueCopies(db, now())) {
    const mailbox = await mailboxOf(db, mailboxId);
    const account = mailbox && accountOf(mailbox, secretKey);
    kept += await keepOf(db, copies, account, now);
  }
  return kept;
}

async function keepOf(
  db: Db,
  copies: DueCopy[],
  account: SentAccount | null,
  now: () => number,
): Promise<number> {
  let kept = 0;
  try {
    if (account === null) throw new Error("The mailbox is gone or off.");
    for await (const folder of keepInSent(account, copies)) {
      await copyKept(db, copies[kept]?.outboxId ?? "", folder);
      kept += 1;
    }
  } catch (error) {
    const left = copies.slice(kept);
    const wait = WAITS[left[0]?.attempts ?? 0];
    const until = wait === undefined ? null : now() + wait;
    const failed = { problem: problemOf(error, account), until };
    await copiesFailed(
      db,
      left.map(({ outboxId }) => outboxId),
      failed,
    );
  }
  return kept;
}

function accountOf(mailbox: MailboxModel, secretKey: Uint8Array): SentAccount | null {
  const password = unseal(mailbox.imapPassword, IMAP_PASSWORD, secretKey);
  if (password === null || !mailbox.enabled) return null;
  return {
    host: mailbox.imapHost,
    port: mailbox.imapPort,
    security: mailbox.imapSecurity,
    user: mailbox.imapUser,
    password,
    allowSelfSigned: mailbox.allowSelfSigned,
    sentFolder: mailbox.sentFolder || null,
  };
}

/** The server's own words are left out: they can hold anything. */
function problemOf(error: unknown, account: SentAccount | null): string {
  if (account === null)
    return "No copy was kept: the mailbox is gone, switched off, or its password cannot be opened.";
  const server = `${account.host}:${account.port}`;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "NoSentFolder")
    return `No copy was kept: ${server} has no folder marked for sent mail. Name one under Mailboxes.`;
  const folder =
    account.sentFolder === null ? "the folder for sent mail" : `"${account.sentFolder}"`;
  return `No copy was kept yet: ${server} did not take it into ${folder}. The letter itself has gone.`;
}
