import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";

type Props = {
  planned: { dueAt: number; reason: string } | null;
  hidden: Record<string, string | number>;
  later: ErrorAction;
  notLater: ErrorAction;
};

/** Puts a case off for some days, or shows until when it is and takes that back. */
export function LaterForm({ planned, hidden, later, notLater }: Props) {
  if (planned !== null)
    return (
      <ActionForm action={notLater} hidden={hidden}>
        <p className="text-sm [overflow-wrap:anywhere]">
          {rich(words().casePage.comesBack, {
            when: <UtcTime at={planned.dueAt} />,
            reason: planned.reason,
          })}
        </p>
        <div>
          <Button>{words().casePage.backNow}</Button>
        </div>
      </ActionForm>
    );
  return (
    <ActionForm action={later} hidden={hidden}>
      <div className="grid gap-3 sm:grid-cols-[8rem_1fr]">
        <Field
          id="later-days"
          name="days"
          label={words().casePage.inDays}
          type="number"
          min={1}
          max={365}
          defaultValue={7}
          required
        />
        <Field
          id="later-reason"
          name="reason"
          label={words().casePage.whatFor}
          placeholder={words().casePage.whatForExample}
          maxLength={300}
          autoComplete="off"
        />
      </div>
      <div>
        <Button>{words().casePage.lookThen}</Button>
      </div>
    </ActionForm>
  );
}
