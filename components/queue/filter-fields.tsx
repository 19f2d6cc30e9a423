"use client";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { Words } from "@/components/words/words.ts";
import type { QueueFilter } from "@/lib/cases/queue.ts";

/** The values of a choice with their words. */
export type Choices = [value: string, label: string][];
type Props = {
  filter: QueueFilter;
  isOn: boolean;
  said: Words["queue"]["filter"];
  tabs: Choices;
  types: Choices;
  verdicts: Choices;
};

/** The fields of `FilterForm`; a client component for the reason `RowList` is one. */
export function FilterFields({ filter, isOn, said, tabs, types, verdicts }: Props) {
  const any = { value: "", label: said.any };
  const sealed = filter.sealed === undefined ? "" : String(filter.sealed ? "yes" : "no");
  return (
    <details open={isOn} className="mb-3">
      <summary className="cursor-pointer text-sm font-medium">{said.title}</summary>
      <form
        method="get"
        action="/queue"
        className="mt-2 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4"
      >
        <Select name="tab" label={said.tab} defaultValue={filter.tab} options={options(tabs)} />
        <Select
          name="type"
          label={said.type}
          defaultValue={filter.type ?? ""}
          options={[any, ...options(types)]}
        />
        <Select
          name="verdict"
          label={said.verdict}
          defaultValue={filter.verdict ?? ""}
          options={[any, ...options(verdicts)]}
        />
        <Field name="relay" label={said.relay} defaultValue={filter.relay} maxLength={120} />
        <Field name="source" label={said.source} defaultValue={filter.source} maxLength={120} />
        <Field
          name="language"
          label={said.language}
          placeholder={said.languageHint}
          defaultValue={filter.language}
          maxLength={3}
        />
        <Select
          name="sealed"
          label={said.sealed}
          defaultValue={sealed}
          options={[any, { value: "yes", label: said.yes }, { value: "no", label: said.no }]}
        />
        <Field
          name="days"
          type="number"
          min={1}
          max={3650}
          label={said.days}
          defaultValue={filter.days}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button>{said.show}</Button>
          {isOn ? (
            <a className="link" href={`/queue?tab=${filter.tab}`}>
              {said.clear}
            </a>
          ) : null}
        </div>
      </form>
    </details>
  );
}

function options(choices: Choices) {
  return choices.map(([value, label]) => ({ value, label }));
}
