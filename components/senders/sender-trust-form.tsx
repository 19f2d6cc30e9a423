"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Words } from "@/components/words/words.ts";

/** As typed. */
export type SenderTrustFields = {
  names: string;
  hosts: string;
  servers: string;
  beneath: boolean;
  webhook: boolean;
  isDnsOn: boolean;
};
export type SenderTrustAnswer = { error: string; values: SenderTrustFields } | null;

type Props = {
  words: Words["senders"]["settings"];
  values: SenderTrustFields;
  csrf: string;
  action: (before: SenderTrustAnswer, form: FormData) => Promise<SenderTrustAnswer>;
};

/** Whose word about senders counts, and whether name servers are asked. What was typed comes back with a refusal. */
export function SenderTrustForm({ words, values, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const shown = answer?.values ?? values;
  return (
    <form
      action={submit}
      className="flex max-w-prose flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 font-semibold">{words.serverTitle}</legend>
        <p className="text-sm">{words.serverText}</p>
        <Text name="names" label={words.names} hint={words.namesHint} value={shown.names} />
        <Text name="hosts" label={words.hosts} hint={words.hostsHint} value={shown.hosts} />
        <Checkbox name="beneath" label={words.beneath} checked={shown.beneath} />
        <Checkbox name="webhook" label={words.webhook} checked={shown.webhook} />
      </fieldset>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 font-semibold">{words.dnsTitle}</legend>
        <p className="text-sm">{words.dnsText}</p>
        <Checkbox name="isDnsOn" label={words.isDnsOn} checked={shown.isDnsOn} />
        <Text name="servers" label={words.servers} hint={words.serversHint} value={shown.servers} />
      </fieldset>
      <div>
        <Button look="primary">{words.save}</Button>
      </div>
    </form>
  );
}

function Text(field: { name: string; label: string; hint: string; value: string }) {
  const { value, ...rest } = field;
  return <Field {...rest} defaultValue={value} autoComplete="off" maxLength={2000} />;
}
