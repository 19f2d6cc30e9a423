import { onRecord } from "../accounts/audit-store.ts";
import { canManageMailboxes } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { type MailboxForm, readMailboxForm } from "./mailbox-form.ts";
import { enableMailbox, insertMailbox, isNameTaken, updateMailbox } from "./mailboxes-store.ts";

type Saved = { ok: true; mailboxId: string } | Refusal;

/** A new mailbox; the worker begins to read it within a second. Its passwords are sealed with the desk's key. */
export async function addMailbox(
  db: Db,
  viewer: Viewer,
  input: { form: MailboxForm; now: Instant },
  secretKey: Uint8Array,
): Promise<Saved> {
  if (!canManageMailboxes(viewer)) return forbidden("add mailboxes");
  const read = readMailboxForm(input.form);
  if (!read.ok) return read;
  if (read.form.imapPassword === "") return refuse("no-password", "The IMAP password is missing.");
  if (await isNameTaken(db, read.form.name, null)) return nameTaken(read.form.name);
  const act = settings(`mailbox added: ${read.form.name}`);
  const mailboxId = await onRecord(db, viewer.userId, act, (tx) =>
    insertMailbox(tx, read.form, input.now, secretKey),
  );
  return { ok: true, mailboxId };
}

/** Other settings of a mailbox. Empty passwords stay what they are. */
export async function changeMailbox(
  db: Db,
  viewer: Viewer,
  input: { mailboxId: string; form: MailboxForm },
  secretKey: Uint8Array,
): Promise<Saved> {
  if (!canManageMailboxes(viewer)) return forbidden("change mailboxes");
  const read = readMailboxForm(input.form);
  if (!read.ok) return read;
  if (await isNameTaken(db, read.form.name, input.mailboxId)) return nameTaken(read.form.name);
  const act = settings(`mailbox changed: ${read.form.name}`);
  const known = await onRecord(db, viewer.userId, act, (tx) =>
    updateMailbox(tx, input.mailboxId, read.form, secretKey),
  );
  return known ? { ok: true, mailboxId: input.mailboxId } : notFound("mailbox");
}

/** Stops or resumes reading a mailbox and sending from it. Nothing is deleted. */
export async function setMailboxEnabled(
  db: Db,
  viewer: Viewer,
  input: { mailboxId: string; enabled: boolean },
): Promise<Saved> {
  if (!canManageMailboxes(viewer)) return forbidden("switch mailboxes on or off");
  const act = settings(`mailbox switched ${input.enabled ? "on" : "off"}: ${input.mailboxId}`);
  const known = await onRecord(db, viewer.userId, act, (tx) =>
    enableMailbox(tx, input.mailboxId, input.enabled),
  );
  return known ? { ok: true, mailboxId: input.mailboxId } : notFound("mailbox");
}

const settings = (what: string) => ({ kind: "settings", what }) as const;

function nameTaken(name: string): Refusal {
  return refuse("name-taken", 'There is a mailbox called "{name}" already.', { name });
}
