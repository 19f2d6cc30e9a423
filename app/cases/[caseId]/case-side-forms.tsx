import { HoldForm } from "@/components/case/hold-form.tsx";
import { NoteForm } from "@/components/case/note-form.tsx";
import { ReaderForm } from "@/components/case/reader-form.tsx";
import { canHold, canManageSeal, canReleaseHold } from "@/lib/accounts/permissions.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import { nameReaderAction, noteAction } from "./actions.ts";
import { holdAction, releaseHoldAction } from "./hold-actions.ts";

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
