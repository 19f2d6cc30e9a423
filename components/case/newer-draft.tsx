import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
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
        <p>{words().casePage.factsChanged}</p>
        <details className="my-2">
          <summary className="cursor-pointer text-sm font-medium">
            {words().casePage.newDraft}
          </summary>
          <p className="mt-2 text-sm">
            {rich(words().casePage.toLine, {
              newer: newer.to.join(", ") || words().casePage.nobodyYet,
              subject: newer.subject,
            })}
          </p>
          <pre className="mt-2 text-sm break-words whitespace-pre-wrap">{newer.text}</pre>
        </details>
        <ActionForm action={settle} hidden={hidden} inline>
          <Button name="choice" value="keep">
            {words().casePage.keepMine}
          </Button>
          <Button name="choice" value="take">
            {words().casePage.takeNew}
          </Button>
        </ActionForm>
      </Notice>
    </div>
  );
}
