import { canManageMailboxes } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { IMAP_PASSWORD, SMTP_PASSWORD, seal, unseal } from "../config/secret.ts";
import type { Db, Tx } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import { type MailboxLedger, mailboxLedger } from "../intake/mailbox-store.ts";
import type { Instant } from "../time/instant.ts";
import type { MailboxForm } from "./mailbox-form.ts";

/** A mailbox as its page shows it; never its passwords. */
export type MailboxView = Omit<MailboxForm, "imapPassword" | "smtpPassword"> & {
  id: string;
  enabled: boolean;
  checkedAt: Instant | null;
  lastError: string | null;
  ledger: MailboxLedger;
};

/** All mailboxes; for people who may not manage them only name, address and health. */
export async function listMailboxes(db: Db, viewer: Viewer): Promise<MailboxView[]> {
  const rows = await db.mailbox.findMany({ orderBy: { id: "asc" } });
  const views = await Promise.all(rows.map(async (row) => view(row, await mailboxLedger(db, row))));
  if (canManageMailboxes(viewer)) return views;
  return views.map((one) => ({ ...one, imapUser: "", smtpUser: "", imapHost: "", smtpHost: "" }));
}

export async function isNameTaken(db: Db, name: string, exceptId: string | null): Promise<boolean> {
  const row = await db.mailbox.findUnique({ where: { name }, select: { id: true } });
  return row !== null && row.id !== exceptId;
}

export async function insertMailbox(
  db: Tx,
  form: MailboxForm,
  now: Instant,
  secretKey: Uint8Array,
): Promise<string> {
  const { id } = await db.mailbox.create({
    data: { ...form, ...sealed(form, secretKey), createdAt: new Date(now) },
  });
  return id;
}

/** False: there is no such mailbox. */
export async function updateMailbox(
  db: Tx,
  id: string,
  form: MailboxForm,
  secretKey: Uint8Array,
): Promise<boolean> {
  const { imapPassword, smtpPassword, ...rest } = form;
  const passwords = sealed(form, secretKey);
  const { count } = await db.mailbox.updateMany({
    where: { id },
    data: {
      ...rest,
      ...(imapPassword === "" ? {} : { imapPassword: passwords.imapPassword }),
      ...(smtpPassword === "" ? {} : { smtpPassword: passwords.smtpPassword }),
      lastError: null,
    },
  });
  return count === 1;
}

export async function enableMailbox(db: Tx, id: string, enabled: boolean): Promise<boolean> {
  const { count } = await db.mailbox.updateMany({ where: { id }, data: { enabled } });
  return count === 1;
}

/** With the IMAP password in clear, for one connection; null when there is no such mailbox. */
export async function findAccount(
  db: Db,
  id: string,
  secretKey: Uint8Array,
): Promise<{
  mailbox: MailboxModel;
  imapPassword: string | null;
  smtpPassword: string | null;
} | null> {
  const mailbox = await db.mailbox.findUnique({ where: { id } });
  return (
    mailbox && {
      mailbox,
      imapPassword: unseal(mailbox.imapPassword, IMAP_PASSWORD, secretKey),
      smtpPassword:
        mailbox.smtpPassword === "" ? "" : unseal(mailbox.smtpPassword, SMTP_PASSWORD, secretKey),
    }
  );
}

function sealed(form: MailboxForm, secretKey: Uint8Array) {
  const { imapPassword, smtpPassword } = form;
  return {
    imapPassword: seal(imapPassword, IMAP_PASSWORD, secretKey),
    smtpPassword: smtpPassword === "" ? "" : seal(smtpPassword, SMTP_PASSWORD, secretKey),
  };
}

function view(row: MailboxModel, ledger: MailboxLedger): MailboxView {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    senderName: row.senderName,
    imapHost: row.imapHost,
    imapPort: row.imapPort,
    imapSecurity: row.imapSecurity as MailboxView["imapSecurity"],
    imapUser: row.imapUser,
    folder: row.folder,
    sentFolder: row.sentFolder ?? "",
    smtpHost: row.smtpHost,
    smtpPort: row.smtpPort,
    smtpSecurity: row.smtpSecurity as MailboxView["smtpSecurity"],
    smtpUser: row.smtpUser,
    allowSelfSigned: row.allowSelfSigned,
    enabled: row.enabled,
    checkedAt: row.checkedAt?.getTime() ?? null,
    lastError: row.lastError,
    ledger,
  };
}
