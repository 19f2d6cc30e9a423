import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";
import type { QueueFilter, Tab } from "@/lib/cases/queue.ts";

type Props = { filter: QueueFilter; tabs: readonly Tab[]; isOn: boolean };

/** What a list shows beside its tab, in the address: a form that only asks. */
export function FilterForm({ filter, tabs, isOn }: Props) {
  const { filter: said } = words().queue;
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
        <Select
          name="tab"
          label={said.tab}
          defaultValue={filter.tab}
          options={tabs.map((tab) => ({
            value: tab,
            label: words().tabs[tab],
          }))}
        />
        <Select
          name="type"
          label={said.type}
          defaultValue={filter.type ?? ""}
          options={[any, ...choices(words().types)]}
        />
        <Select
          name="verdict"
          label={said.verdict}
          defaultValue={filter.verdict ?? ""}
          options={[any, ...choices(words().verdicts)]}
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

function choices(named: Record<string, string>) {
  return Object.entries(named).map(([value, label]) => ({ value, label }));
}
