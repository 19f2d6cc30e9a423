import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

/** The second step of signing in. */
export function CodeForm({ action }: { action: ErrorAction }) {
  const text = words().accounts.signIn;
  return (
    <ActionForm action={action} hidden={{}}>
      <Field
        name="code"
        label={text.code}
        autoComplete="one-time-code"
        maxLength={40}
        required
        autoFocus
      />
      <div>
        <Button look="primary">{text.codeSubmit}</Button>
      </div>
    </ActionForm>
  );
}
