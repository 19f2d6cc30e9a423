import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";

type Props = {
  closed: boolean;
  close: ErrorAction;
  reopen: ErrorAction;
  hidden: Record<string, string | number>;
};

/** Close without an answer, with a reason; or open a closed case again. */
export function CloseForm({ closed, close, reopen, hidden }: Props) {
  if (closed)
    return (
      <ActionForm action={reopen} hidden={hidden}>
        <div>
          <Button>{words().casePage.reopen}</Button>
        </div>
      </ActionForm>
    );
  return (
    <Card title={words().casePage.closeTitle}>
      <ActionForm action={close} hidden={hidden}>
        <Select
          id="close-reason"
          name="reason"
          data-digits
          label={words().casePage.why}
          options={Object.entries(words().closeReasons).map(([value, label], at) => ({
            value,
            label: `${at + 1} · ${label}`,
          }))}
        />
        <Field
          id="close-text"
          name="text"
          label={words().casePage.inYourWords}
          hint={words().casePage.whyHint}
          maxLength={500}
          autoComplete="off"
        />
        <div>
          <Button>{words().casePage.close}</Button>
        </div>
      </ActionForm>
    </Card>
  );
}
