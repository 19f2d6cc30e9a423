"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { Words } from "@/components/words/words.ts";
import type { OperatorProfile } from "@/lib/drafting/draft.ts";

type Answer = { error: string; values: Record<string, string> } | null;
type Props = {
  words: Words["settings"]["profile"];
  profile: OperatorProfile;
  csrf: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** How letters name and sign for the operator. Every field may stay empty: letters then leave the sentence out or show a gap. */
export function ProfileForm({ words, profile, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const value = (name: keyof OperatorProfile) => answer?.values[name] ?? profile[name] ?? "";
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <Field name="name" label={words.name} hint={words.nameHint} defaultValue={value("name")} />
      <TextArea
        name="signature"
        label={words.signature}
        rows={3}
        defaultValue={value("signature")}
      />
      <Select
        name="jurisdiction"
        label={words.law}
        options={[
          { value: "", label: words.noLaw },
          { value: "eu", label: words.eu },
          { value: "us", label: words.us },
        ]}
        defaultValue={value("jurisdiction")}
      />
      <Field
        name="noticeUrl"
        label={words.notice}
        type="url"
        hint={words.noticeHint}
        defaultValue={value("noticeUrl")}
      />
      <TextArea
        name="logStatement"
        label={words.logs}
        hint={words.logsHint}
        rows={2}
        defaultValue={value("logStatement")}
      />
      <Field
        name="counsel"
        label={words.counsel}
        type="email"
        hint={words.counselHint}
        defaultValue={value("counsel")}
      />
      <div>
        <Button look="primary">{words.save}</Button>
      </div>
    </form>
  );
}
