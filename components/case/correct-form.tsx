import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Select } from "@/components/ui/select.tsx";
import { rich } from "@/components/words/rich.tsx";
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
    <Card title={words().casePage.wrongTitle}>
      <ActionForm action={setType} hidden={hidden}>
        <Select
          id="case-type"
          name="type"
          label={words().casePage.whatReally}
          defaultValue={type}
          options={Object.entries(words().types).map(([value, label]) => ({ value, label }))}
        />
        <p className="text-sm">{words().casePage.learns}</p>
        <div>
          <Button>{said ? words().casePage.correct : words().casePage.confirm}</Button>
        </div>
      </ActionForm>
      {said && takeBack ? (
        <div className="mt-4">
          <ActionForm action={takeBack} hidden={hidden}>
            <p className="text-sm">
              {rich(words().casePage.youSaid, { types: words().types[said] })}
            </p>
            <div>
              <Button>{words().casePage.takeThatBack}</Button>
            </div>
          </ActionForm>
        </div>
      ) : null}
      <div className="mt-4">
        <ActionForm action={checkAgain} hidden={hidden}>
          <p className="text-sm">{words().casePage.addedRelay}</p>
          <div>
            <Button>{words().casePage.checkAgain}</Button>
          </div>
        </ActionForm>
      </div>
    </Card>
  );
}
