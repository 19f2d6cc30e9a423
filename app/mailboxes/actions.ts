"use server";
import { z } from "zod";
import { canManageMailboxes } from "@/lib/accounts/permissions.ts";
import type { MailboxForm } from "@/lib/cases/mailbox-form.ts";
import { addMailbox, changeMailbox, setMailboxEnabled } from "@/lib/cases/save-mailbox.ts";
import { testMailbox } from "@/lib/cases/test-mailbox.ts";
import { id } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const text = z.string().max(1000).default("");
const fields = z.object({
  mailboxId: z.union([id, z.literal("")]),
  name: text,
  address: text,
  senderName: text,
  imapHost: text,
  imapPort: z.coerce.number(),
  imapSecurity: z.enum(["tls", "starttls", "none"]),
  imapUser: text,
  imapPassword: text,
  folder: text,
  sentFolder: text,
  smtpHost: text,
  smtpPort: z.coerce.number(),
  smtpSecurity: z.enum(["tls", "starttls", "none"]),
  smtpUser: text,
  smtpPassword: text,
  allowSelfSigned: z
    .string()
    .optional()
    .transform((value) => value === "yes"),
});
/** Everything typed comes back on a refusal, but never a password. */
const typed = (error: string, form: FormData) => ({
  error,
  values: Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") && !/password/i.test(name)
        ? [[name, value]]
        : [],
    ),
  ) as Record<string, string>,
});

/** A new mailbox, or other settings of one. */
export const saveMailboxAction = operatorAction({
  input: fields,
  may: canManageMailboxes,
  what: "change mailboxes",
  refused: typed,
  run: async ({ db, viewer, now, secretKey }, { mailboxId, ...form }) => {
    const saved =
      mailboxId === ""
        ? await addMailbox(db, viewer, { form: form satisfies MailboxForm, now }, secretKey)
        : await changeMailbox(db, viewer, { mailboxId, form }, secretKey);
    return saved.ok ? { go: `/mailboxes?saved=${saved.mailboxId}` } : saved;
  },
});

export const switchMailboxAction = operatorAction({
  input: z.object({ mailboxId: id, enabled: z.enum(["yes", "no"]) }),
  may: canManageMailboxes,
  what: "switch mailboxes on or off",
  refused: (error) => ({ error }),
  run: async ({ db, viewer }, { mailboxId, enabled }) => {
    const done = await setMailboxEnabled(db, viewer, { mailboxId, enabled: enabled === "yes" });
    return done.ok ? { go: "/mailboxes" } : done;
  },
});

/** Signs in to both servers and looks; the same page says one line for each. */
export const testMailboxAction = operatorAction({
  input: z.object({ mailboxId: id }),
  may: canManageMailboxes,
  what: "test mailboxes",
  refused: (error) => ({ lines: [{ works: false, text: error }] }),
  run: async ({ db, viewer, secretKey }, input) => {
    const tried = await testMailbox(db, viewer, input, secretKey);
    if (!tried.ok) return tried;
    return {
      show: {
        lines: [
          { works: tried.imap.works, text: `IMAP: ${tried.imap.text}` },
          { works: tried.smtp.works, text: `SMTP: ${tried.smtp.text}` },
        ],
      },
    };
  },
});
