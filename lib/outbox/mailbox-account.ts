import { SMTP_PASSWORD, unseal } from "../config/secret.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import type { SmtpAccount } from "./smtp.ts";

/** How a mailbox's letters go out, or why they cannot, with the remedy. */
export function mailboxAccount(
  mailbox: MailboxModel,
  secretKey: Uint8Array,
): SmtpAccount | { flaw: string } {
  const { name, smtpUser } = mailbox;
  if (!mailbox.enabled)
    return { flaw: `The mailbox ${name} is switched off. Switch it on under Mailboxes.` };
  const password = smtpUser === "" ? "" : unseal(mailbox.smtpPassword, SMTP_PASSWORD, secretKey);
  if (password === null)
    return {
      flaw: `The SMTP password of ${name} cannot be opened with the desk's key. Type it again under Mailboxes.`,
    };
  return {
    host: mailbox.smtpHost,
    port: mailbox.smtpPort,
    security: mailbox.smtpSecurity,
    user: smtpUser,
    password,
    allowSelfSigned: mailbox.allowSelfSigned,
  };
}
