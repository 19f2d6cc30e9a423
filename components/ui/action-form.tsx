"use client";
import { type ReactNode, useActionState } from "react";
import { Notice } from "./notice.tsx";

export type ErrorAnswer = { error: string } | null;
export type ErrorAction = (before: ErrorAnswer, form: FormData) => Promise<ErrorAnswer>;

type Props = {
  action: ErrorAction;
  hidden: Record<string, string | number>;
  inline?: boolean;
  children: ReactNode;
};

/** A form that shows why it was refused. Posts as a plain form without scripts. */
export function ActionForm({ action, hidden, inline = false, children }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form
      action={submit}
      className={inline ? "flex flex-wrap items-center gap-3" : "flex flex-col gap-4"}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      {children}
    </form>
  );
}
