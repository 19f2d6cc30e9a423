import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { words } from "@/components/words/words.ts";

/** A note for colleagues. It never leaves the desk. */
export function NoteForm({
  action,
  hidden,
}: {
  action: ErrorAction;
  hidden: Record<string, string | number>;
}) {
  return (
    <Card title={words().casePage.noteTitle}>
      <ActionForm action={action} hidden={hidden}>
        <TextArea
          id="case-note"
          name="text"
          label={words().casePage.note}
          hint={words().casePage.noteHint}
          rows={3}
          required
        />
        <div>
          <Button>{words().casePage.addNote}</Button>
        </div>
      </ActionForm>
    </Card>
  );
}
