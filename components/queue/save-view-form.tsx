import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

type Props = {
  save: ErrorAction;
  /** The filter that is shown, and the token. */
  hidden: Record<string, string | number>;
  mayShare: boolean;
};

/** Keeps the filter that is shown under a name. */
export function SaveViewForm({ save, hidden, mayShare }: Props) {
  const { views } = words().queue;
  return (
    <div className="mb-3 max-w-3xl">
      <ActionForm action={save} hidden={hidden} inline>
        <Field name="name" label={views.name} maxLength={40} required autoComplete="off" />
        {mayShare ? (
          <label className="flex items-center gap-2 self-end py-2 text-sm">
            <input type="checkbox" name="shared" className="checkbox checkbox-sm" />
            {views.shared}
          </label>
        ) : null}
        <div className="self-end">
          <Button>{views.save}</Button>
        </div>
      </ActionForm>
    </div>
  );
}
