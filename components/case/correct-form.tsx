import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";
import type { ComplaintType } from "@/lib/classify/classification.ts";

type Props = {
  type: ComplaintType;
  /** What a person said it is, if anybody did. */
  said?: ComplaintType | undefined;
  takeBack?: ErrorAction;
  setType: ErrorAction;
  checkAgain: ErrorAction;
  hidden: Record<string, string | number>;
};

/** Where the desk read it wrongly: another type, or the same mail against what is known about the relays by now. */
export function CorrectForm({ type, said, setType, takeBack, checkAgain, hidden }: Props) {
  return (
    <Card title="Is the desk wrong?">
      <ActionForm action={setType} hidden={hidden}>
        <Select
          name="type"
          label="What it really is"
          defaultValue={type}
          options={Object.entries(words().types).map(([value, label]) => ({ value, label }))}
        />
        <p className="text-sm">The desk learns from it, unless the case is sealed.</p>
        <div>
          <Button>{said ? "Correct it" : "Confirm or correct it"}</Button>
        </div>
      </ActionForm>
      {said && takeBack ? (
        <div className="mt-4">
          <ActionForm action={takeBack} hidden={hidden}>
            <p className="text-sm">You told the desk: {words().types[said]}.</p>
            <div>
              <Button>Take that back</Button>
            </div>
          </ActionForm>
        </div>
      ) : null}
      <div className="mt-4">
        <ActionForm action={checkAgain} hidden={hidden}>
          <p className="text-sm">Did you add a relay or a torrc since?</p>
          <div>
            <Button>Check it again</Button>
          </div>
        </ActionForm>
      </div>
    </Card>
  );
}
