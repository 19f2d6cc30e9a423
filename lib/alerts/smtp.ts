import { randomBytes } from "node:crypto";
import type { MailboxModel } from "../db/generated/models.ts";
import { mailboxAccount } from "../outbox/mailbox-account.ts";
import { openSmtp, type SmtpWaits } from "../outbox/smtp.ts";
import type { Attempt } from "../outbox/smtp-answer.ts";
import type { Instant } from "../time/instant.ts";
import type { AlertText } from "./alert-words.ts";

/** An alert is short, and the next one waits for it. */
const WAITS: SmtpWaits = { connect: 10_000, greeting: 10_000, socket: 30_000 };

/** Mails an alert from a mailbox of the desk. Null: the server took it; else what is wrong, with the remedy. Never throws. */
export async function mailAlert(
  mailbox: MailboxModel | null,
  to: string,
  alert: AlertText,
  { now, secretKey }: { now: Instant; secretKey: Uint8Array },
): Promise<string | null> {
  if (mailbox === null) return "The mailbox that sent the alerts is gone: choose another one.";
  const account = mailboxAccount(mailbox, secretKey);
  if ("flaw" in account) return account.flaw;
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf("@") + 1);
  const session = await openSmtp(account, domain, WAITS);
  if ("failed" in session) return problemOf(session.failed);
  try {
    const attempt = await session.send(
      {
        from: { name: "Exitdesk", address: mailbox.address },
        to: [to],
        recipients: [to],
        subject: alert.title,
        text: `${alert.text}\n`,
        messageId: `<alert.${randomBytes(16).toString("hex")}@${domain}>`,
        inReplyTo: null,
        references: [],
        // RFC 3834 section 5: nobody's machine answers it.
        autoSubmitted: "auto-generated",
        date: new Date(now),
        files: [],
      },
      async () => undefined,
    );
    return problemOf(attempt);
  } catch (error) {
    return error instanceof Error ? error.message : "The alert could not be made.";
  } finally {
    session.close();
  }
}

function problemOf(attempt: Attempt): string | null {
  if (attempt.kind === "broken") return attempt.text;
  const [refused] = attempt.refused;
  if (attempt.kind === "refused") return (refused?.answer ?? attempt.answer).text;
  return refused?.answer.text ?? null;
}
