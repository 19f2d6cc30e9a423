"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { MailboxView } from "@/lib/cases/mailboxes-store.ts";

type Answer = { error: string; values: Record<string, string> } | null;
type Props = {
  mailbox: MailboxView | null;
  csrf: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

const SECURITY = [
  { value: "tls", label: "TLS" },
  { value: "starttls", label: "STARTTLS" },
  { value: "none", label: "None (this machine only)" },
];
const USUAL: Record<string, string> = {
  imapPort: "993",
  smtpPort: "587",
  imapSecurity: "tls",
  smtpSecurity: "starttls",
  folder: "INBOX",
};

/** Where complaints come in and answers go out. An empty password keeps the one there is. */
export function MailboxForm({ mailbox, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const known = (mailbox ?? {}) as Record<string, unknown>;
  const value = (name: string) => answer?.values[name] ?? String(known[name] ?? USUAL[name] ?? "");
  const field = (name: string) => ({ name, defaultValue: value(name), autoComplete: "off" });
  const password = mailbox ? "Empty: stays as it is." : undefined;
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="mailboxId" value={mailbox?.id ?? ""} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <div className="grid gap-4 md:grid-cols-3">
        <Field {...field("name")} label="Name" required />
        <Field
          {...field("address")}
          label="Address"
          type="email"
          hint="Your letters come from it."
          required
        />
        <Field {...field("senderName")} label="Sender name" />
      </div>
      <fieldset className="grid gap-4 md:grid-cols-3">
        <legend className="mb-2 font-semibold">Complaints come in by IMAP</legend>
        <Field {...field("imapHost")} label="IMAP host" required />
        <Field {...field("imapPort")} label="IMAP port" inputMode="numeric" required />
        <Select
          name="imapSecurity"
          label="IMAP encryption"
          options={SECURITY}
          defaultValue={value("imapSecurity")}
        />
        <Field {...field("imapUser")} label="IMAP user" required />
        <Field
          name="imapPassword"
          label="IMAP password"
          type="password"
          autoComplete="off"
          hint={password}
          required={!mailbox}
        />
        <Field {...field("folder")} label="Folder" required />
        <Field
          {...field("sentFolder")}
          label="Folder for copies of your letters"
          hint="Empty: the one the server marks for sent mail."
        />
      </fieldset>
      <fieldset className="grid gap-4 md:grid-cols-3">
        <legend className="mb-2 font-semibold">Answers go out by SMTP</legend>
        <Field {...field("smtpHost")} label="SMTP host" required />
        <Field {...field("smtpPort")} label="SMTP port" inputMode="numeric" required />
        <Select
          name="smtpSecurity"
          label="SMTP encryption"
          options={SECURITY}
          defaultValue={value("smtpSecurity")}
        />
        <Field {...field("smtpUser")} label="SMTP user" hint="Empty: no sign-in." />
        <Field
          name="smtpPassword"
          label="SMTP password"
          type="password"
          autoComplete="off"
          hint={password}
        />
      </fieldset>
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          name="allowSelfSigned"
          value="yes"
          className="checkbox mt-0.5"
          defaultChecked={mailbox?.allowSelfSigned ?? false}
        />
        <span>The servers may use a certificate of their own making. Only where you know why.</span>
      </label>
      <div>
        <Button look="primary">Save</Button>
      </div>
    </form>
  );
}
