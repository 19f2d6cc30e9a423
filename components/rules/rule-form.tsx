"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import { fill } from "@/components/words/fill.ts";
import type { Words } from "@/components/words/words.ts";

export type RuleFormValues = Record<string, string[]>;
type Answer = { error: string; values: RuleFormValues } | null;
type Choice = { value: string; label: string };
type Props = {
  words: Words["rules"]["form"];
  ruleId: string;
  /** Of the rule that is changed; empty for a new one. */
  values: RuleFormValues;
  types: Choice[];
  verdicts: Choice[];
  csrf: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

const USUAL: RuleFormValues = {
  leastComplaints: ["1"],
  hours: ["24"],
  perDay: ["20"],
  action: ["send"],
};

/** The terms of a rule. What is left empty asks nothing. */
export function RuleForm({ words, ruleId, values, types, verdicts, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const given = answer?.values ?? values;
  const all = (name: string) => given[name] ?? USUAL[name] ?? [];
  const field = (name: string) => ({ name, defaultValue: all(name).join(", ") });
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="ruleId" value={ruleId} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <Field {...field("name")} label={words.name} required />
      <Choices
        noneTicked={words.noneTicked}
        name="types"
        legend={words.kind}
        choices={types}
        chosen={all("types")}
      />
      <Choices
        noneTicked={words.noneTicked}
        name="verdicts"
        legend={words.verdict}
        choices={verdicts}
        chosen={all("verdicts")}
      />
      <div className="grid gap-4 md:grid-cols-3">
        <Field {...field("from")} label={words.sender} hint={words.senderHint} />
        <Field {...field("provider")} label={words.provider} hint={words.providerHint} />
        <Field {...field("leastComplaints")} label={words.least} inputMode="numeric" />
      </div>
      <div className="grid gap-4 md:grid-cols-4">
        <Select
          name="action"
          label={words.what}
          options={[
            { value: "send", label: words.send },
            { value: "dismiss", label: words.close },
            { value: "deadline", label: words.deadline },
          ]}
          defaultValue={all("action")[0] ?? ""}
        />
        <Field {...field("to")} label={words.onlyTo} hint={words.onlyToHint} />
        <Field {...field("hours")} label={words.hours} inputMode="numeric" />
        <Field {...field("perDay")} label={words.perDay} inputMode="numeric" />
      </div>
      <div>
        <Button look="primary">{ruleId === "" ? words.add : words.save}</Button>
      </div>
    </form>
  );
}

function Choices({
  name,
  legend,
  noneTicked,
  choices,
  chosen,
}: {
  noneTicked: string;
  name: string;
  legend: string;
  choices: Choice[];
  chosen: string[];
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{fill(noneTicked, { legend })}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {choices.map(({ value, label }) => (
          <label key={value} className="flex items-center gap-2">
            <input
              type="checkbox"
              name={name}
              value={value}
              className="checkbox checkbox-sm"
              defaultChecked={chosen.includes(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
