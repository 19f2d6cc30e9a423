import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";

type Props = { action: ErrorAction; hidden: Record<string, string | number>; nickname: string };

/** For a relay that was never the operator's. One that is gone is kept: its history proves things. */
export function RemoveForm({ action, hidden, nickname }: Props) {
  return (
    <Card title={words().relays.neverMine}>
      <div className="max-w-xl text-sm">
        <ActionForm action={action} hidden={hidden}>
          <p>{words().relays.forgetText}</p>
          <Field
            name="name"
            label={fill(words().relays.typeToBeSure, { nickname })}
            autoComplete="off"
            required
          />
          <div>
            <Button look="danger">{words().relays.forget}</Button>
          </div>
        </ActionForm>
      </div>
    </Card>
  );
}
