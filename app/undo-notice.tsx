import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { readCase } from "@/lib/cases/case-view-store.ts";
import { undoAction } from "./cases/[caseId]/actions.ts";
import type { Desk } from "./desk.ts";

type Props = {
  db: Desk["db"];
  viewer: Viewer;
  csrf: string;
  now: number;
  outboxId: string | undefined;
  caseId: string | undefined;
};

/** After a send: where the letter goes, and while it still waits here, the way to stop it. */
export async function UndoNotice({ db, viewer, csrf, now, outboxId, caseId }: Props) {
  if (!outboxId || !caseId) return null;
  const letter = (await readCase(db, viewer, caseId))?.outbox.find((mail) => mail.id === outboxId);
  if (!letter) return null;
  const stoppable = letter.state === "queued" && letter.notBefore > now;
  return (
    <div className="mb-4">
      <Notice kind="good">
        <div className="flex flex-wrap items-center gap-3">
          <span>
            Your letter to {letter.to.join(", ")}{" "}
            {stoppable ? "goes out in a few seconds." : "has left your hands."}{" "}
            <a href={`/cases/${caseId}`}>See the case</a>
          </span>
          {stoppable ? (
            <ActionForm action={undoAction} hidden={{ csrf, caseId, outboxId }} inline>
              <Button data-undo>Undo</Button>
            </ActionForm>
          ) : null}
        </div>
      </Notice>
    </div>
  );
}
