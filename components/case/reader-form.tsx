import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";

type Props = { action: ErrorAction; hidden: Record<string, string | number> };

/** Lets one more person into a sealed case. */
export function ReaderForm({ action, hidden }: Props) {
  return (
    <Card title="Who else may read it?">
      <ActionForm action={action} hidden={hidden}>
        <Field
          name="login"
          label="Login"
          hint="They see this sealed case from then on. It is written into what happened."
          autoComplete="off"
          maxLength={40}
          required
        />
        <div>
          <Button>Let them read it</Button>
        </div>
      </ActionForm>
    </Card>
  );
}
