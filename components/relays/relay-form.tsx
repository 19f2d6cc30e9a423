"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";

type Answer = {
  error: string;
  text: string;
  addresses: string;
  fingerprint: string;
  since: string;
} | null;
type Props = { action: (before: Answer, form: FormData) => Promise<Answer>; csrf: string };

/** A torrc or a descriptor, pasted or as a file; for a torrc also what it does not say itself. */
export function RelayForm({ action, csrf }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <TextArea
        name="text"
        label="torrc or server descriptor"
        hint="A descriptor is best: it is signed, and says its address, its policy and its time itself. You find it in cached-descriptors in the relay's DataDirectory."
        defaultValue={answer?.text}
        rows={10}
        mono
        spellCheck={false}
      />
      <Field name="file" label="Or its file" type="file" />
      <p className="text-sm font-medium">For a torrc only:</p>
      <div className="grid gap-4 md:grid-cols-3">
        <Field
          name="addresses"
          label="Public addresses"
          hint="Separated by spaces, where the torrc does not name them."
          defaultValue={answer?.addresses}
          autoComplete="off"
        />
        <Field
          name="fingerprint"
          label="Fingerprint"
          hint="40 hexadecimal digits; may stay empty."
          defaultValue={answer?.fingerprint}
          autoComplete="off"
        />
        <Field
          name="since"
          label="In force since (UTC)"
          hint="Such as 2026-09-15 04:00. Empty: since now."
          defaultValue={answer?.since}
          autoComplete="off"
        />
      </div>
      <div>
        <Button look="primary">Add</Button>
      </div>
    </form>
  );
}
