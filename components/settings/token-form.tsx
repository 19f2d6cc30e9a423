"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import { rich } from "@/components/words/rich.tsx";
import type { Words } from "@/components/words/words.ts";

export type TokenAnswer = {
  error: string | null;
  made: { token: string; keyId: string | null } | null;
};
type Props = {
  words: Words["settings"]["token"];
  action: (before: TokenAnswer | null, form: FormData) => Promise<TokenAnswer | null>;
  csrf: string;
};

/** Makes a token for a machine and shows it, this once. */
export function TokenForm({ words, action, csrf }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="csrf" value={csrf} />
      {answer?.error ? <Notice kind="error">{answer.error}</Notice> : null}
      {answer?.made ? (
        <Notice kind="good">
          {rich(answer.made.keyId === null ? words.shownOnce : words.secretOnce, {
            code: <code className="break-all select-all">{answer.made.token}</code>,
            key: <code className="break-all select-all">{answer.made.keyId}</code>,
          })}
        </Notice>
      ) : null}
      <Field
        id="token-name"
        name="name"
        label={words.whatFor}
        autoComplete="off"
        maxLength={60}
        required
      />
      <Select
        id="token-kind"
        name="kind"
        label={words.mayDo}
        options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
      />
      <div>
        <Button>{words.make}</Button>
      </div>
    </form>
  );
}
