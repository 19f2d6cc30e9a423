"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Words } from "@/components/words/words.ts";

type Answer = { error: string; login: string } | null;
type Props = {
  words: Words["welcome"]["owner"];
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** Login and password of the first person. */
export function OwnerForm({ words, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? answer.login + answer.error : "first"}
    >
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <Field
        name="login"
        label={words.login}
        autoComplete="username"
        defaultValue={answer?.login}
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
        <Button look="primary">{words.make}</Button>
      </div>
    </form>
  );
}
