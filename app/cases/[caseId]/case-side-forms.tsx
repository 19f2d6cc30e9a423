import { HoldForm } from "@/components/case/hold-form.tsx";
import { NoteForm } from "@/components/case/note-form.tsx";
import { ReaderForm } from "@/components/case/reader-form.tsx";
import { SealForms } from "@/components/case/seal-forms.tsx";
import {
  canGag,
  canHold,
  canManageSeal,
  canReleaseHold,
  canSeal,
} from "@/lib/accounts/permissions.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import { nameReaderAction, noteAction } from "./actions.ts";
import { holdAction, releaseHoldAction } from "./hold-actions.ts";
import { gagAction, liftSealAction, sealAction } from "./seal-actions.ts";

type Props = {
  view: CaseView;
  viewer: Viewer;
  hidden: Record<string, string | number>;
};

/** What stands beside the history: a note, who else may read a sealed case, whether it is held. */
export function CaseSideForms({ view, viewer, hidden }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <NoteForm action={noteAction} hidden={hidden} />
      {view.sealed && canManageSeal(viewer) ? (
        <ReaderForm action={nameReaderAction} hidden={hidden} />
      ) : null}
      <SealForms
        sealed={view.sealed}
        gagged={view.gagged}
        seal={canSeal(viewer) ? sealAction : null}
        lift={canManageSeal(viewer) ? liftSealAction : null}
        gag={canGag(viewer) ? gagAction : null}
        hidden={{ csrf: String(hidden["csrf"]), caseId: view.id }}
        csrf={String(hidden["csrf"])}
      />
      {canHold(viewer) ? (
        <HoldForm
          timeline={view.timeline}
          hold={holdAction}
          release={releaseHoldAction}
          mayRelease={canReleaseHold(viewer)}
          hidden={hidden}
        />
      ) : null}
    </div>
  );
}
