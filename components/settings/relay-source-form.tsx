"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Words } from "@/components/words/words.ts";
import type { SourceField, SourceKind } from "./source-fields.ts";

export type SourceAnswer = { error: string; values: Record<string, string> } | null;
export type SaveSource = (before: SourceAnswer, form: FormData) => Promise<SourceAnswer>;

type Props = {
  kind: SourceKind;
  words: Words["settings"]["sourceForm"];
  fields: SourceField[];
  /** What stands in the fields; never a password. */
  values: Record<string, string>;
  sourceId: string | null;
  csrf: string;
  action: SaveSource;
};

/** The fields of one kind of source. What was typed stays when it is refused. */
export function RelaySourceForm({ kind, words, fields, values, sourceId, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const value = (name: string) => answer?.values[name] ?? values[name] ?? "";
  const prefix = `${kind}-${sourceId ?? "new"}`;
  return (
    <form
      action={submit}
      className="flex flex-col gap-3 pt-3"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="sourceId" value={sourceId ?? ""} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      {fields.map(({ name, ...field }) => (
        <Field
          key={name}
          {...field}
          name={name}
          id={`${prefix}-${name}`}
          defaultValue={name === "password" ? undefined : value(name)}
          autoComplete={name === "password" ? "new-password" : "off"}
        />
      ))}
      <label className="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          name="enabled"
          value="yes"
          className="checkbox checkbox-sm"
          defaultChecked={(answer?.values ?? values)["enabled"] === "yes"}
        />
        {words.hourly}
      </label>
      <div>
        <Button look="primary">{sourceId === null ? words.add : words.save}</Button>
      </div>
    </form>
  );
}
