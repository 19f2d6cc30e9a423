import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { FactFormProps } from "./fact-form-props.ts";
import type { FactWords } from "./shown-facts.ts";

type Props = FactFormProps & { said: FactWords };

/** A fact the desk missed. */
export function AddPanel({ action, hidden, said }: Props) {
  return (
    <section id="fact-add" popover="auto" aria-label={said.addFact} className="fact-panel">
      <h3 className="mb-3 text-sm font-semibold">{said.missedTitle}</h3>
      <ActionForm action={action} hidden={{ ...hidden, field: "work", from: "" }}>
        <Select id="add-kind" name="kind" label={said.whatItIs} options={said.kinds} />
        <Field
          id="add-value"
          name="to"
          label={said.asTheMailSays}
          hint={said.timesWithZone}
          maxLength={300}
          required
          autoComplete="off"
        />
        <div>
          <Button>{said.addIt}</Button>
        </div>
      </ActionForm>
    </section>
  );
}

/** The zone of all times of the mail that name none. */
export function ZonePanel({ action, hidden, said }: Props) {
  return (
    <section id="fact-zone" popover="auto" aria-label={said.timeZone} className="fact-panel">
      <h3 className="mb-3 text-sm font-semibold">{said.zoneTitle}</h3>
      <ActionForm action={action} hidden={{ ...hidden, field: "zone", from: "", kind: "zone" }}>
        <Field
          id="zone-value"
          name="to"
          label={said.zoneOfClock}
          hint={said.hints.zone}
          maxLength={60}
          required
          autoComplete="off"
        />
        <div>
          <Button>{said.useZone}</Button>
        </div>
      </ActionForm>
    </section>
  );
}
