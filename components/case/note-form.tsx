import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";

/** A note for colleagues. It never leaves the desk. */
export function NoteForm({
  action,
  hidden,
}: {
  action: ErrorAction;
  hidden: Record<string, string | number>;
}) {
  return (
    <Card title="Note for your colleagues">
      <ActionForm action={action} hidden={hidden}>
        <TextArea name="text" label="Note" hint="It never leaves this desk." rows={3} required />
        <div>
          <Button>Add note</Button>
        </div>
      </ActionForm>
    </Card>
  );
}
