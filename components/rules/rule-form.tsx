"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";

export type RuleFormValues = Record<string, string[]>;
type Answer = { error: string; values: RuleFormValues } | null;
type Choice = { value: string; label: string };
type Props = {
  ruleId: string;
  /** Of the rule that is changed; empty for a new one. */
  values: RuleFormValues;
  types: Choice[];
  verdicts: Choice[];
  csrf: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

const ACTIONS = [
  { value: "send", label: "Send the letter as drafted" },
  { value: "dismiss", label: "Close the case without an answer" },
  { value: "deadline", label: "Give the case a deadline" },
];
const USUAL: RuleFormValues = {
  leastComplaints: ["1"],
  hours: ["24"],
  perDay: ["20"],
  action: ["send"],
};

/** The terms of a rule. What is left empty asks nothing. */
export function RuleForm({ ruleId, values, types, verdicts, csrf, action }: Props) {
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
      <Field {...field("name")} label="Name" required />
      <Choices name="types" legend="Kind of complaint" choices={types} chosen={all("types")} />
      <Choices name="verdicts" legend="Verdict" choices={verdicts} chosen={all("verdicts")} />
      <div className="grid gap-4 md:grid-cols-3">
        <Field
          {...field("from")}
          label="Sender"
          hint="Such as abuse@isp.example, or *@isp.example; empty: anybody."
        />
        <Field
          {...field("provider")}
          label="Provider that passed it on"
          hint="Empty: any or none."
        />
        <Field
          {...field("leastComplaints")}
          label="Complaints in the case, at least"
          inputMode="numeric"
        />
      </div>
      <div className="grid gap-4 md:grid-cols-4">
        <Select
          name="action"
          label="Then"
          options={ACTIONS}
          defaultValue={all("action")[0] ?? ""}
        />
        <Field {...field("to")} label="Letters only to" hint="Needed for sending." />
        <Field {...field("hours")} label="Hours, for a deadline" inputMode="numeric" />
        <Field {...field("perDay")} label="Cases a day, at most" inputMode="numeric" />
      </div>
      <div>
        <Button look="primary">{ruleId === "" ? "Add the rule" : "Save"}</Button>
      </div>
    </form>
  );
}

function Choices({
  name,
  legend,
  choices,
  chosen,
}: {
  name: string;
  legend: string;
  choices: Choice[];
  chosen: string[];
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{legend} (none ticked: any)</legend>
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
