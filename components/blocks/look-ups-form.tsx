import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";
import type { LookUps } from "@/lib/blocks/look-ups.ts";

type Props = {
  lookUps: LookUps;
  lists: readonly { id: string; name: string; zone: string }[];
  csrf: string;
  save: ErrorAction;
};

/** Whom the desk asks about its addresses, through what, and whether at all. */
export function LookUpsForm({ lookUps, lists, csrf, save }: Props) {
  const { settings } = words().blocks;
  const all = lookUps.lists.length === 0;
  return (
    <ActionForm action={save} hidden={{ csrf }}>
      <p className="max-w-prose text-sm">{settings.why}</p>
      <Checkbox name="isOn" label={settings.on} checked={lookUps.isOn} />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-sm font-medium">{settings.lists}</legend>
        {lists.map(({ id, name, zone }) => (
          <Checkbox
            key={id}
            name="lists"
            value={id}
            label={`${name} (${zone})`}
            checked={all || lookUps.lists.includes(id)}
          />
        ))}
      </fieldset>
      <Field
        name="servers"
        label={settings.servers}
        hint={settings.serversHint}
        defaultValue={lookUps.servers.join(" ")}
        autoComplete="off"
        maxLength={300}
      />
      <div>
        <Button look="primary">{settings.save}</Button>
      </div>
    </ActionForm>
  );
}
