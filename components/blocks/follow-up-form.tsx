import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

type Props = { hidden: Record<string, string>; save: ErrorAction };

/** In how many days to look at it again. */
export function FollowUpForm({ hidden, save }: Props) {
  const { days, daysHint, plan } = words().blocks.networks;
  return (
    <ActionForm action={save} hidden={hidden}>
      <Field
        name="days"
        id="follow-up-days"
        label={days}
        hint={daysHint}
        defaultValue="14"
        inputMode="numeric"
        pattern="\d{1,4}"
        required
      />
      <div>
        <Button>{plan}</Button>
      </div>
    </ActionForm>
  );
}
