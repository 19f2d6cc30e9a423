import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";
import { FACT_FIELDS } from "@/lib/complaints/fact-change.ts";
import type { FactFormProps } from "./fact-panel.tsx";

/** What no mark leads to: a fact the desk missed, and the zone of the times that name none. */
export function FactExtras({ form, zoneless }: { form: FactFormProps; zoneless: boolean }) {
  return (
    <>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <a href="#fact-add" data-fact="">
          Add a fact the desk missed
        </a>
        {zoneless ? (
          <a href="#fact-zone" data-fact="">
            Say which zone the times are in
          </a>
        ) : null}
      </p>
      <section id="fact-add" popover="auto" aria-label="Add a fact" className="fact-panel">
        <h3 className="mb-3 text-sm font-semibold">A fact the desk missed</h3>
        <ActionForm action={form.action} hidden={{ ...form.hidden, field: "work", from: "" }}>
          <Select id="add-kind" name="kind" label="What it is" options={addable()} />
          <Field
            id="add-value"
            name="to"
            label="As the mail says it, or as you know it"
            hint="Times with their zone: 2026-03-01 10:04:11 UTC"
            maxLength={300}
            required
            autoComplete="off"
          />
          <div>
            <Button>Add it</Button>
          </div>
        </ActionForm>
      </section>
      {zoneless ? <ZonePanel {...form} /> : null}
    </>
  );
}

function addable() {
  return FACT_FIELDS.filter((field) => field !== "zone").map((field) => ({
    value: field,
    label: words().facts[field],
  }));
}

function ZonePanel({ action, hidden }: FactFormProps) {
  return (
    <section id="fact-zone" popover="auto" aria-label="Time zone" className="fact-panel">
      <h3 className="mb-3 text-sm font-semibold">Zone of all times that state none, or two</h3>
      <ActionForm action={action} hidden={{ ...hidden, field: "zone", from: "", kind: "zone" }}>
        <Field
          id="zone-value"
          name="to"
          label="Zone of the writer's clock"
          hint={words().factHints.zone}
          maxLength={60}
          required
          autoComplete="off"
        />
        <div>
          <Button>Use it for all of them</Button>
        </div>
      </ActionForm>
    </section>
  );
}
