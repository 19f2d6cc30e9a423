"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";

type Answer = { error: string; values: Record<string, string> } | null;
type Props = {
  words: {
    to: string;
    subject: string;
    text: string;
    days: string;
    daysHint: string;
    sent: string;
  };
  /** `to`, `subject`, `text`, `days`. */
  values: Record<string, string>;
  hidden: Record<string, string>;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** A letter as it is to be kept. What was typed stays when it is refused. */
export function BlockLetterForm({ words, values, hidden, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const value = (name: string) => answer?.values[name] ?? values[name] ?? "";
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      {Object.entries(hidden).map(([name, given]) => (
        <input key={name} type="hidden" name={name} value={given} />
      ))}
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <Field name="to" id="letter-to" label={words.to} defaultValue={value("to")} maxLength={500} />
      <Field
        name="subject"
        id="letter-subject"
        label={words.subject}
        defaultValue={value("subject")}
        maxLength={300}
      />
      <TextArea
        name="text"
        id="letter-text"
        label={words.text}
        defaultValue={value("text")}
        rows={20}
        mono
        required
        maxLength={20_000}
      />
      <Field
        name="days"
        id="letter-days"
        label={words.days}
        hint={words.daysHint}
        defaultValue={value("days")}
        inputMode="numeric"
        pattern="\d{1,4}"
        required
      />
      <div>
        <Button look="primary">{words.sent}</Button>
      </div>
    </form>
  );
}
