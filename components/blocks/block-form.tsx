import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";
import { BLOCK_KINDS, BLOCK_STATES, type Block } from "@/lib/blocks/block.ts";
import { toIso } from "@/lib/time/instant.ts";

type Values = Pick<
  Block,
  "kind" | "name" | "contact" | "status" | "relays" | "since" | "followUpAt"
>;
type Props = { values: Values; hidden: Record<string, string>; save: ErrorAction };

/** Who blocks us, and how it stands. */
export function BlockForm({ values, hidden, save }: Props) {
  const { fields, blockKinds, states } = words().blocks;
  const day = (at: number | null) => (at === null ? "" : toIso(at).slice(0, 10));
  return (
    <ActionForm action={save} hidden={hidden}>
      <Field
        name="name"
        label={fields.name}
        hint={fields.nameHint}
        defaultValue={values.name}
        required
        maxLength={200}
        autoComplete="off"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="kind"
          label={fields.kind}
          options={BLOCK_KINDS.map((value) => ({ value, label: blockKinds[value] }))}
          defaultValue={values.kind}
        />
        <Select
          name="status"
          label={fields.status}
          options={BLOCK_STATES.map((value) => ({ value, label: states[value] }))}
          defaultValue={values.status}
        />
      </div>
      <Field
        name="contact"
        label={fields.contact}
        hint={fields.contactHint}
        defaultValue={values.contact}
        maxLength={500}
        autoComplete="off"
      />
      <Field
        name="relays"
        label={fields.relays}
        hint={fields.relaysHint}
        defaultValue={values.relays.join(" ")}
        maxLength={2000}
        autoComplete="off"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="since"
          label={fields.since}
          hint={fields.dayHint}
          defaultValue={day(values.since)}
          pattern="\d{4}-\d{2}-\d{2}"
          autoComplete="off"
        />
        <Field
          name="followUp"
          label={fields.followUp}
          hint={fields.followUpHint}
          defaultValue={day(values.followUpAt)}
          pattern="\d{4}-\d{2}-\d{2}"
          autoComplete="off"
        />
      </div>
      <div>
        <Button look="primary">{fields.save}</Button>
      </div>
    </ActionForm>
  );
}
