"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { fill } from "@/components/words/fill.ts";
import type { Words } from "@/components/words/words.ts";
import type { PurgePreview } from "@/lib/privacy/preview-purge.ts";
import type { RetentionClass } from "@/lib/privacy/retention.ts";
import { RetentionPreview } from "./retention-preview.tsx";

/** The fields by their names, as they were typed: `junk.mail`, `quarantine`. */
type Values = Record<string, string>;
export type RetentionAnswer = {
  error: string | null;
  preview: PurgePreview | null;
  values: Values;
} | null;
type Props = {
  words: Words["retention"];
  classes: readonly RetentionClass[];
  values: Values;
  isOn: boolean;
  csrf: string;
  action: (before: RetentionAnswer, form: FormData) => Promise<RetentionAnswer>;
};

/** How many days each kind of case is kept; shows what would go before it is saved. */
export function RetentionForm({ words, classes, values, isOn, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const value = (name: string) => answer?.values[name] ?? values[name] ?? "";
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {answer?.error ? <Notice kind="error">{answer.error}</Notice> : null}
      {answer?.preview ? <RetentionPreview words={words} preview={answer.preview} /> : null}
      {classes.map((one) => (
        <Days
          key={one}
          name={words.classes[one]}
          reason={words.reasons[one]}
          fields={[
            [`${one}.mail`, words.mailOf],
            [`${one}.record`, words.recordOf],
          ]}
          value={value}
        />
      ))}
      <Days
        name={words.quarantine}
        reason={words.quarantineWhy}
        fields={[["quarantine", words.mailOf]]}
        value={value}
      />
      <p className="text-sm">{words.forEver}</p>
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value="preview">
          {words.preview}
        </Button>
        <Button look="primary" name="intent" value="save">
          {words.save}
        </Button>
        {isOn ? (
          <Button name="intent" value="stop">
            {words.stop}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

type DaysProps = {
  name: string;
  reason: string;
  fields: [name: string, label: string][];
  value: (name: string) => string;
};

function Days({ name, reason, fields, value }: DaysProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium">{name}</legend>
      <p className="text-sm opacity-80">{reason}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map(([field, label]) => (
          <Field
            key={field}
            name={field}
            label={fill(label, { name })}
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
            defaultValue={value(field)}
          />
        ))}
      </div>
    </fieldset>
  );
}
