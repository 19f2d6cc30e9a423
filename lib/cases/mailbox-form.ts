import { z } from "zod";
import { type Refusal, refuse } from "../accounts/refusal.ts";
import { isReachable } from "../drafting/recipients.ts";

const security = z.enum(["tls", "starttls", "none"]);
const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9.:-]{0,251}[a-z0-9])?$|^::1$/);
const port = z.number().int().min(1).max(65_535);

/** What a person fills in for a mailbox. Empty passwords keep the ones there are. */
export const mailboxSchema = z.object({
  name: z.string().trim().min(1).max(80),
  address: z
    .string()
    .trim()
    .refine((address) => isReachable(address)),
  senderName: z
    .string()
    .trim()
    .max(200)
    .regex(/^[^\p{Cc}<>"]*$/u),
  imapHost: host,
  imapPort: port,
  imapSecurity: security,
  imapUser: z.string().trim().min(1).max(254),
  imapPassword: z.string().max(1000),
  folder: z.string().trim().min(1).max(200),
  /** Empty: the one the server marks. */
  sentFolder: z.string().trim().max(200),
  smtpHost: host,
  smtpPort: port,
  smtpSecurity: security,
  smtpUser: z.string().trim().max(254),
  smtpPassword: z.string().max(1000),
  allowSelfSigned: z.boolean(),
});
export type MailboxForm = z.infer<typeof mailboxSchema>;

const REMEDIES: Record<keyof MailboxForm, string> = {
  name: "Give the mailbox a name of up to 80 characters.",
  address: "The address is not one plain e-mail address.",
  senderName: "The sender name has no line breaks, quotes or angle brackets.",
  imapHost: "The IMAP host is a name such as mail.example.org or an IP address.",
  imapPort: "The IMAP port is a number from 1 to 65535; 993 is usual with TLS.",
  imapSecurity: "Choose TLS, STARTTLS or none for IMAP.",
  imapUser: "The IMAP user is missing.",
  imapPassword: "The IMAP password is longer than 1000 characters.",
  folder: "The folder is missing; INBOX is usual.",
  sentFolder: "The name of the folder for sent mail is longer than 200 characters.",
  smtpHost: "The SMTP host is a name such as mail.example.org or an IP address.",
  smtpPort: "The SMTP port is a number from 1 to 65535; 587 is usual with STARTTLS.",
  smtpSecurity: "Choose TLS, STARTTLS or none for SMTP.",
  smtpUser: "The SMTP user is longer than 254 characters.",
  smtpPassword: "The SMTP password is longer than 1000 characters.",
  allowSelfSigned: "Say whether a certificate of your own is allowed.",
};
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/;

/** The form as data, or the first thing wrong with it. Passwords never travel unencrypted but on this machine. */
export function readMailboxForm(form: MailboxForm): { ok: true; form: MailboxForm } | Refusal {
  const read = mailboxSchema.safeParse(form);
  if (!read.success) {
    const field = read.error.issues[0]?.path[0] as keyof MailboxForm | undefined;
    return refuse("bad-mailbox", field ? REMEDIES[field] : "The form could not be read.");
  }
  const { imapSecurity, imapHost, smtpSecurity, smtpHost } = read.data;
  const open =
    (imapSecurity === "none" && !LOOPBACK.test(imapHost)) ||
    (smtpSecurity === "none" && !LOOPBACK.test(smtpHost));
  if (open)
    return refuse(
      "unencrypted",
      "Without TLS or STARTTLS your password and the complaints would cross the network readable by anybody; that is possible for a server on this machine only.",
    );
  return { ok: true, form: read.data };
}
