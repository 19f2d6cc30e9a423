"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { rich } from "@/components/words/rich.tsx";
import type { Words } from "@/components/words/words.ts";

export type TokenAnswer = { error: string | null; token: string | null };
type Props = {
  words: Words["settings"]["token"];
  action: (before: TokenAnswer | null, form: FormData) => Promise<TokenAnswer | null>;
  csrf: string;
};

/** Makes a token for the webhook and shows it, this once. */
export function TokenForm({ words, action, csrf }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="csrf" value={csrf} />
      {answer?.error ? <Notice kind="error">{answer.error}</Notice> : null}
      {answer?.token ? (
        <Notice kind="good">
          {rich(words.shownOnce, {
            code: <code className="break-all select-all">{answer.token}</code>,
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
      <div>
        <Button>{words.make}</Button>
      </div>
    </form>
  );
}
