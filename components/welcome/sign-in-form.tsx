"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Words } from "@/components/words/words.ts";

type Answer = { error: string; login: string } | null;
type Props = {
  words: Words["welcome"]["signInForm"];
  /** What a person's own sign-in link brought; empty without one. */
  way: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

export function SignInForm({ words, way, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-col gap-4" key={answer?.login}>
      {way === "" ? null : <input type="hidden" name="way" value={way} />}
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
        autoComplete="current-password"
        required
      />
      <div>
        <Button look="primary">{words.submit}</Button>
      </div>
    </form>
  );
}
