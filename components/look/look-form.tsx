import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";
import { LOOKS, type Look } from "./looks.ts";

type Props = { look: Look; allKeys: boolean; csrf: string; action: ErrorAction };

/** Light, dark or high contrast, and which keys there are: of this browser, not of the person. */
export function LookForm({ look, allKeys, csrf, action }: Props) {
  const text = words().keys.look;
  return (
    <ActionForm action={action} hidden={{ csrf }}>
      <Select
        name="look"
        label={text.looks}
        defaultValue={look}
        options={LOOKS.map((value) => ({ value, label: text[value] }))}
      />
      <Select
        name="keys"
        label={text.single}
        defaultValue={allKeys ? "on" : "off"}
        options={[
          { value: "on", label: text.on },
          { value: "off", label: text.off },
        ]}
      />
      <p className="text-sm">{text.singleHint}</p>
      <div>
        <Button look="primary">{text.save}</Button>
      </div>
    </ActionForm>
  );
}
