import { canManageMailboxes } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import { type ImapAccount, openImap } from "../intake/imap.ts";
import { imapProblem } from "../intake/imap-problem.ts";
import { findAccount } from "./mailboxes-store.ts";

/** One line each: what works, or what is wrong and the remedy. */
export type MailboxTest = { ok: true; imap: { works: boolean; text: string } };

/** Signs in to the mailbox as the worker will, and looks. Changes nothing on the server. */
export async function testMailbox(
  db: Db,
  viewer: Viewer,
  input: { mailboxId: string },
  secretKey: Uint8Array,
): Promise<MailboxTest | Refusal> {
  if (!canManageMailboxes(viewer)) return forbidden("test mailboxes");
  const account = await findAccount(db, input.mailboxId, secretKey);
  if (!account) return notFound("mailbox");
  return { ok: true, imap: await testImap(account.mailbox, account.imapPassword) };
}

async function testImap(
  mailbox: MailboxModel,
  password: string | null,
): Promise<{ works: boolean; text: string }> {
  if (password === null)
    return {
      works: false,
      text: "The password was sealed with another key: type it again and save.",
    };
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
