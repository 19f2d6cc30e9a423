import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

type Props = { action: ErrorAction; hidden: Record<string, string | number> };

/** Lets one more person into a sealed case. */
export function ReaderForm({ action, hidden }: Props) {
  return (
    <Card title={words().casePage.whoElse}>
      <ActionForm action={action} hidden={hidden}>
        <Field
          name="login"
          label={words().casePage.login}
          hint={words().casePage.readerHint}
          autoComplete="off"
          maxLength={40}
          required
        />
        <div>
          <Button>{words().casePage.letRead}</Button>
        </div>
      </ActionForm>
    </Card>
  );
}
