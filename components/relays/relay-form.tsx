"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { Words } from "@/components/words/words.ts";

type Answer = {
  error: string;
  text: string;
  addresses: string;
  fingerprint: string;
  since: string;
  zone: string;
  mine: boolean;
} | null;
type Props = {
  words: Words["relays"]["form"];
  action: (before: Answer, form: FormData) => Promise<Answer>;
  csrf: string;
};

/** What tells about relays, pasted or as files, and what those do not say themselves. */
export function RelayForm({ words, action, csrf }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <TextArea
        name="text"
        label={words.source}
        hint={words.sourceHint}
        defaultValue={answer?.text}
        rows={10}
        mono
        spellCheck={false}
      />
      <Field name="file" label={words.files} hint={words.filesHint} type="file" multiple />
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" name="mine" className="checkbox" defaultChecked={answer?.mine} />
        {words.allMine}
      </label>
      <p className="text-sm font-medium">{words.notSaid}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          name="addresses"
          label={words.addresses}
          hint={words.addressesHint}
          defaultValue={answer?.addresses}
          autoComplete="off"
        />
        <Field
          name="fingerprint"
          label={words.fingerprint}
          hint={words.fingerprintHint}
          defaultValue={answer?.fingerprint}
          autoComplete="off"
        />
        <Field
          name="since"
          label={words.since}
          hint={words.sinceHint}
          defaultValue={answer?.since}
          autoComplete="off"
        />
        <Field
          name="zone"
          label={words.zone}
          hint={words.zoneHint}
          defaultValue={answer?.zone}
          autoComplete="off"
        />
      </div>
      <div>
        <Button look="primary">{words.add}</Button>
      </div>
    </form>
  );
}
