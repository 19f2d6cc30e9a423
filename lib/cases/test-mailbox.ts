import { canManageMailboxes } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import { type ImapAccount, openImap } from "../intake/imap.ts";
import { imapProblem } from "../intake/imap-problem.ts";
import { openSmtp } from "../outbox/smtp.ts";
import type { Attempt } from "../outbox/smtp-answer.ts";
import { findAccount } from "./mailboxes-store.ts";

const OTHER_KEY = {
  works: false,
  text: "The password was sealed with another key: type it again and save.",
};
/** Somebody is looking at the page. */
const TEST_WAITS = { connect: 10_000, greeting: 10_000, socket: 10_000 };

/** One line each: what works, or what is wrong and the remedy. */
export type MailboxTest = { ok: true; imap: Tried; smtp: Tried };
type Tried = { works: boolean; text: string };

/** Signs in to both servers as the worker will, and looks. Changes nothing there and sends nothing. */
export async function testMailbox(
  db: Db,
  viewer: Viewer,
  input: { mailboxId: string },
  secretKey: Uint8Array,
): Promise<MailboxTest | Refusal> {
  if (!canManageMailboxes(viewer)) return forbidden("test mailboxes");
  const account = await findAccount(db, input.mailboxId, secretKey);
  if (!account) return notFound("mailbox");
  const [imap, smtp] = await Promise.all([
    testImap(account.mailbox, account.imapPassword),
    testSmtp(account.mailbox, account.smtpPassword),
  ]);
  return { ok: true, imap, smtp };
}

async function testImap(mailbox: MailboxModel, password: string | null): Promise<Tried> {
  if (password === null) return OTHER_KEY;
  const account: ImapAccount = {
    host: mailbox.imapHost,
    port: mailbox.imapPort,
    security: mailbox.imapSecurity,
    user: mailbox.imapUser,
    password,
    folder: mailbox.folder,
    allowSelfSigned: mailbox.allowSelfSigned,
  };
  try {
    const session = await openImap(account);
    const count = session.exists();
    session.close();
    return {
      works: true,
      text: `${account.host} let us in: ${count} messages in ${account.folder}. Nothing was changed there.`,
    };
  } catch (error) {
    return { works: false, text: imapProblem(error, account) };
  }
}

async function testSmtp(mailbox: MailboxModel, password: string | null): Promise<Tried> {
  if (password === null) return OTHER_KEY;
  const session = await openSmtp(
    {
      host: mailbox.smtpHost,
      port: mailbox.smtpPort,
      security: mailbox.smtpSecurity,
      user: mailbox.smtpUser,
      password,
      allowSelfSigned: mailbox.allowSelfSigned,
    },
    mailbox.address.slice(mailbox.address.lastIndexOf("@") + 1),
    TEST_WAITS,
  );
  if ("failed" in session) return { works: false, text: wordsOf(session.failed) };
  session.close();
  return { works: true, text: `${mailbox.smtpHost} takes mail from us. Nothing was sent.` };
}

function wordsOf(attempt: Attempt): string {
  if (attempt.kind === "broken") return attempt.text;
  return attempt.kind === "refused" ? attempt.answer.text : "The server gave no answer.";
}
