import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";

/** The documents the lists are made from. */
export function NetworkForm({ action, csrf }: { action: ErrorAction; csrf: string }) {
  return (
    <ActionForm action={action} hidden={{ csrf }}>
      <Field
        name="file"
        label="Files, several at once"
        hint="cached-consensus of any running tor, better with cached-descriptors or cached-microdescs of the same hour beside it; or an Onionoo details document with exit policies. Together up to 8 MB; for more, run exitdesk relays import with the DataDirectory."
        type="file"
        multiple
      />
      <div>
        <Button>Read the network from them</Button>
      </div>
    </ActionForm>
  );
}
