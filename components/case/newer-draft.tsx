import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { DraftView } from "@/lib/cases/case.ts";

type Props = {
  draft: DraftView;
  settle: ErrorAction;
  hidden: Record<string, string | number>;
};

/** The facts changed after the letter was edited by hand: the new draft to compare, and the choice between the two. */
export function NewerDraft({ draft, settle, hidden }: Props) {
  const { newer } = draft;
  if (!newer || draft.sentAt !== null) return null;
  return (
    <div className="mb-4">
      <Notice kind="warning">
        <p>
          The facts changed after you edited this letter. Yours is below; the desk would now write:
        </p>
        <details className="my-2">
          <summary className="cursor-pointer text-sm font-medium">The new draft</summary>
          <p className="mt-2 text-sm">
            To {newer.to.join(", ") || "nobody yet"} · {newer.subject}
          </p>
          <pre className="mt-2 text-sm break-words whitespace-pre-wrap">{newer.text}</pre>
        </details>
        <ActionForm action={settle} hidden={hidden} inline>
          <Button name="choice" value="keep">
            Keep mine
          </Button>
          <Button name="choice" value="take">
            Take the new draft
          </Button>
        </ActionForm>
      </Notice>
    </div>
  );
}
