import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";

type Props = { action: ErrorAction; hidden: Record<string, string | number>; nickname: string };

/** For a relay that was never the operator's. One that is gone is kept: its history proves things. */
export function RemoveForm({ action, hidden, nickname }: Props) {
  return (
    <Card title="This relay was never mine">
      <div className="max-w-xl text-sm">
        <ActionForm action={action} hidden={hidden}>
          <p>
            All that is known about it is forgotten, and this cannot be undone. A relay you only
            switched off stays: what it did then is proven by its history.
          </p>
          <Field name="name" label={`Type ${nickname} to be sure`} autoComplete="off" required />
          <div>
            <Button look="danger">Forget this relay</Button>
          </div>
        </ActionForm>
      </div>
    </Card>
  );
}
