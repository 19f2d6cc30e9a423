import { CloseForm } from "@/components/case/close-form.tsx";
import { CorrectForm } from "@/components/case/correct-form.tsx";
import { JoinForm } from "@/components/case/join-form.tsx";
import type { CaseView } from "@/lib/cases/case.ts";
import type { CaseLinks } from "@/lib/cases/case-links-view-store.ts";
import { leadingComplaint } from "@/lib/cases/leading-complaint.ts";
import {
  checkAgainAction,
  closeAction,
  reopenAction,
  setTypeAction,
  takeBackTypeAction,
} from "./actions.ts";
import { joinAction, undoMoveAction } from "./move-actions.ts";

type Props = { view: CaseView; links: CaseLinks; hidden: Record<string, string | number> };

/** What else can be done with a case than to answer it. */
export function CaseForms({ view, links, hidden }: Props) {
  return (
    <div className="mt-4 grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
      <CorrectForm
        type={view.type}
        said={leadingComplaint(view.complaintList, view.type)?.triage.typeByPerson}
        setType={setTypeAction}
        takeBack={takeBackTypeAction}
        checkAgain={checkAgainAction}
        hidden={hidden}
      />
      <JoinForm moves={links.moves} join={joinAction} undo={undoMoveAction} hidden={hidden} />
      <CloseForm
        closed={view.state === "done"}
        close={closeAction}
        reopen={reopenAction}
        hidden={hidden}
      />
    </div>
  );
}
