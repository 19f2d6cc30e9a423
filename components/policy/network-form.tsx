import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

/** The documents the lists are made from. */
export function NetworkForm({ action, csrf }: { action: ErrorAction; csrf: string }) {
  return (
    <ActionForm action={action} hidden={{ csrf }}>
      <Field
        name="file"
        label={words().policy.files}
        hint={words().policy.filesHint}
        type="file"
        multiple
      />
      <div>
        <Button>{words().policy.readNetwork}</Button>
      </div>
    </ActionForm>
  );
}
