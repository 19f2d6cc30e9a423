import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { words } from "@/components/words/words.ts";
import type { CaseView } from "@/lib/cases/case.ts";

type Props = { view: CaseView; csrf: string; mayClose: boolean; close: ErrorAction };

/** When there is no letter to send: why, and for a sender that reads no answer the one press that closes the case. */
export function NoLetter({ view, csrf, mayClose, close }: Props) {
  if (view.state === "done") return <Notice kind="info">{words().casePage.closedUnsent}</Notice>;
  if (view.route !== "none") return <Notice kind="info">{words().casePage.noLetter}</Notice>;
  const hidden = {
    csrf,
    caseId: view.id,
    caseVersion: view.version,
    reason: "no-answer-wanted",
    text: "",
  };
  return (
    <div className="flex flex-col gap-4">
      <Notice kind="info">{words().casePage.noAnswerWanted}</Notice>
      {mayClose ? (
        <div data-draft>
          <ActionForm action={close} hidden={hidden}>
            <div>
              <Button look="primary" data-send>
                {words().casePage.seenClose}
              </Button>
            </div>
          </ActionForm>
        </div>
      ) : null}
    </div>
  );
}
