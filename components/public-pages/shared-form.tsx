import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

type Props = { settings: { contact: string; deskUrl: string }; csrf: string; save: ErrorAction };

/** What all public pages share. */
export function SharedForm({ settings, csrf, save }: Props) {
  const texts = words().publicPages;
  return (
    <ActionForm action={save} hidden={{ csrf }}>
      <Field
        name="contact"
        label={texts.contact}
        hint={texts.contactHint}
        defaultValue={settings.contact}
        maxLength={200}
        autoComplete="off"
      />
      <Field
        name="deskUrl"
        label={texts.deskUrl}
        hint={texts.deskUrlHint}
        defaultValue={settings.deskUrl}
        maxLength={300}
        autoComplete="off"
      />
      <div>
        <Button>{texts.save}</Button>
      </div>
    </ActionForm>
  );
}
