"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { Words } from "@/components/words/words.ts";
import type { MailboxView } from "@/lib/cases/mailboxes-store.ts";

type Answer = { error: string; values: Record<string, string> } | null;
type Props = {
  words: Words["mailboxes"]["form"];
  mailbox: MailboxView | null;
  csrf: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

const USUAL: Record<string, string> = {
  imapPort: "993",
  smtpPort: "587",
  imapSecurity: "tls",
  smtpSecurity: "starttls",
  folder: "INBOX",
};

/** Where complaints come in and answers go out. An empty password keeps the one there is. */
export function MailboxForm({ words, mailbox, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const known = (mailbox ?? {}) as Record<string, unknown>;
  const value = (name: string) => answer?.values[name] ?? String(known[name] ?? USUAL[name] ?? "");
  const field = (name: string) => ({ name, defaultValue: value(name), autoComplete: "off" });
  const security = [
    { value: "tls", label: "TLS" },
    { value: "starttls", label: "STARTTLS" },
    { value: "none", label: words.none },
  ];
  const password = mailbox ? words.stays : undefined;
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
        <Field {...field("name")} label={words.name} required />
        <Field
          {...field("address")}
          label={words.address}
          type="email"
          hint={words.addressHint}
          required
        />
        <Field {...field("senderName")} label={words.senderName} />
      </div>
      <fieldset className="grid gap-4 md:grid-cols-3">
        <legend className="mb-2 font-semibold">{words.byImap}</legend>
        <Field {...field("imapHost")} label={words.imapHost} required />
        <Field {...field("imapPort")} label={words.imapPort} inputMode="numeric" required />
        <Select
          name="imapSecurity"
          label={words.imapEncryption}
          options={security}
          defaultValue={value("imapSecurity")}
        />
        <Field {...field("imapUser")} label={words.imapUser} required />
        <Field
          name="imapPassword"
          label={words.imapPassword}
          type="password"
          autoComplete="off"
          hint={password}
          required={!mailbox}
        />
        <Field {...field("folder")} label={words.folder} required />
        <Field {...field("sentFolder")} label={words.copies} hint={words.copiesHint} />
      </fieldset>
      <fieldset className="grid gap-4 md:grid-cols-3">
        <legend className="mb-2 font-semibold">{words.bySmtp}</legend>
        <Field {...field("smtpHost")} label={words.smtpHost} required />
        <Field {...field("smtpPort")} label={words.smtpPort} inputMode="numeric" required />
        <Select
          name="smtpSecurity"
          label={words.smtpEncryption}
          options={security}
          defaultValue={value("smtpSecurity")}
        />
        <Field {...field("smtpUser")} label={words.smtpUser} hint={words.noSignIn} />
        <Field
          name="smtpPassword"
          label={words.smtpPassword}
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
        <span>{words.ownCertificate}</span>
      </label>
      <div>
        <Button look="primary">{words.save}</Button>
      </div>
    </form>
  );
}
