"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";

type Answer = { error: string; login: string } | null;
type Props = { action: (before: Answer, form: FormData) => Promise<Answer> };

/** Login and password of the first person. */
export function OwnerForm({ action }: Props) {
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
        label="Login"
        autoComplete="username"
        defaultValue={answer?.login}
        required
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        minLength={12}
        hint="At least 12 characters. A few words in a row are good."
        required
      />
      <Field
        name="again"
        label="The same password again"
        type="password"
        autoComplete="new-password"
        required
      />
      <div>
        <Button look="primary">Make the account</Button>
      </div>
    </form>
  );
}
