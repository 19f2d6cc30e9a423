"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { Words } from "@/components/words/words.ts";

type Answer = { error: string; login: string; role: string } | null;
type Props = {
  words: Words["people"]["form"];
  csrf: string;
  roles: Words["roles"];
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** Login, role and first password of a further person. */
export function PersonForm({ words, csrf, roles, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <Field
        name="login"
        label={words.login}
        autoComplete="off"
        defaultValue={answer?.login}
        maxLength={40}
        required
      />
      <Select
        name="role"
        label={words.role}
        defaultValue={answer?.role ?? "operator"}
        options={Object.entries(roles).map(([value, label]) => ({ value, label }))}
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
      <div>
        <Button look="primary">{words.add}</Button>
      </div>
    </form>
  );
}
