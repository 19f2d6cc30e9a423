import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

/** One's own password, with the present one. */
export function PasswordForm({ csrf, action }: { csrf: string; action: ErrorAction }) {
  const text = words().accounts.passwordCard;
  return (
    <ActionForm action={action} hidden={{ csrf }}>
      <Field
        name="current"
        label={text.current}
        type="password"
        autoComplete="current-password"
        required
      />
      <Field
        id="new-password"
        name="password"
        label={text.fresh}
        type="password"
        autoComplete="new-password"
        minLength={12}
        hint={text.hint}
        required
      />
      <Field name="again" label={text.again} type="password" autoComplete="new-password" required />
      <div>
        <Button>{text.submit}</Button>
      </div>
    </ActionForm>
  );
}
