"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Words } from "@/components/words/words.ts";

type Answer = { error: string; login: string } | null;
type Props = {
  words: Words["accounts"]["join"];
  token: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** Login and password of somebody who was invited. */
export function JoinForm({ words, token, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-col gap-4" key={answer?.login}>
      <input type="hidden" name="token" value={token} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <Field
        name="login"
        label={words.login}
        autoComplete="username"
        defaultValue={answer?.login}
        maxLength={40}
        required
      />
      <Field
        name="password"
        label={words.password}
        type="password"
        autoComplete="new-password"
        minLength={12}
        hint={words.passwordHint}
        required
      />
      <Field
        name="again"
        label={words.again}
        type="password"
        autoComplete="new-password"
        required
      />
      <div>
        <Button look="primary">{words.submit}</Button>
      </div>
    </form>
  );
}
