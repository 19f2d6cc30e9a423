"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { Words } from "@/components/words/words.ts";

type Answer = { error: string; login: string; role: string } | null;
type Props = {
  csrf: string;
  roles: Words["roles"];
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** Login, role and first password of a further person. */
export function PersonForm({ csrf, roles, action }: Props) {
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
        label="Login"
        autoComplete="off"
        defaultValue={answer?.login}
        maxLength={40}
        required
      />
      <Select
        name="role"
        label="Role"
        defaultValue={answer?.role ?? "operator"}
        options={Object.entries(roles).map(([value, label]) => ({ value, label }))}
      />
      <Field
        name="password"
        label="First password"
        type="password"
        autoComplete="new-password"
        minLength={12}
        hint="At least 12 characters. Tell it to them yourself; they change it in Settings."
        required
      />
      <div>
        <Button look="primary">Add this person</Button>
      </div>
    </form>
  );
}
