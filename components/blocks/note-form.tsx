import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { words } from "@/components/words/words.ts";

type Props = { hidden: Record<string, string>; save: ErrorAction };

/** A line about what happened. */
export function NoteForm({ hidden, save }: Props) {
  const { noteText, keepNote } = words().blocks.networks;
  return (
    <ActionForm action={save} hidden={hidden}>
      <TextArea name="text" id="note-text" label={noteText} rows={3} required maxLength={4000} />
      <div>
        <Button>{keepNote}</Button>
      </div>
    </ActionForm>
  );
}
