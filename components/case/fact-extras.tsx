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
          {words().casePage.addMissed}
        </a>
        {zoneless ? (
          <a href="#fact-zone" data-fact="">
            {words().casePage.sayZone}
          </a>
        ) : null}
      </p>
      <section
        id="fact-add"
        popover="auto"
        aria-label={words().casePage.addFact}
        className="fact-panel"
      >
        <h3 className="mb-3 text-sm font-semibold">{words().casePage.missedTitle}</h3>
        <ActionForm action={form.action} hidden={{ ...form.hidden, field: "work", from: "" }}>
          <Select id="add-kind" name="kind" label={words().casePage.whatItIs} options={addable()} />
          <Field
            id="add-value"
            name="to"
            label={words().casePage.asTheMailSays}
            hint={words().casePage.timesWithZone}
            maxLength={300}
            required
            autoComplete="off"
          />
          <div>
            <Button>{words().casePage.addIt}</Button>
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
    <section
      id="fact-zone"
      popover="auto"
      aria-label={words().casePage.timeZone}
      className="fact-panel"
    >
      <h3 className="mb-3 text-sm font-semibold">{words().casePage.zoneTitle}</h3>
      <ActionForm action={action} hidden={{ ...hidden, field: "zone", from: "", kind: "zone" }}>
        <Field
          id="zone-value"
          name="to"
          label={words().casePage.zoneOfClock}
          hint={words().factHints.zone}
          maxLength={60}
          required
          autoComplete="off"
        />
        <div>
          <Button>{words().casePage.useZone}</Button>
        </div>
      </ActionForm>
    </section>
  );
}
