"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { Words } from "@/components/words/words.ts";
import { type RelayChoice, RelaySelect } from "./relay-select.tsx";

export type InviteAnswer = { error: string | null; token: string | null } | null;
type Props = {
  words: Words["accounts"]["people"];
  roles: { value: string; label: string }[];
  relays: RelayChoice[];
  /** The address of the desk the link begins with. */
  base: string;
  csrf: string;
  action: (before: InviteAnswer, form: FormData) => Promise<InviteAnswer>;
};

/** Makes a link that lets one person in, and shows it, this once. */
export function InviteForm({ words, roles, relays, base, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="csrf" value={csrf} />
      <p className="text-sm">{words.inviteText}</p>
      {answer?.error ? <Notice kind="error">{answer.error}</Notice> : null}
      {answer?.token ? (
        <Notice kind="good">
          <span className="font-medium">{words.linkTitle}</span>
          <br />
          <code className="break-all select-all">
            {base}/join/{answer.token}
          </code>
          <br />
          {words.linkText}
        </Notice>
      ) : null}
      <Field id="invite-note" name="note" label={words.note} autoComplete="off" maxLength={100} />
      <Select
        id="invite-role"
        name="role"
        label={words.role}
        defaultValue="operator"
        options={roles}
      />
      <RelaySelect
        id="invite-relays"
        label={words.relays}
        hint={words.relaysHint}
        relays={relays}
        chosen={[]}
      />
      <Field
        id="invite-days"
        name="days"
        label={words.days}
        type="number"
        min={1}
        max={30}
        defaultValue={3}
        required
      />
      <div>
        <Button look="primary">{words.invite}</Button>
      </div>
    </form>
  );
}
