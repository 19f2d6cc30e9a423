import { LaterForm } from "@/components/case/later-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { words } from "@/components/words/words.ts";
import { canWork } from "@/lib/accounts/permissions.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import type { Mitigation } from "@/lib/cases/mitigation.ts";
import { proposeStatusNote } from "@/lib/cases/propose-status-note.ts";
import type { Db } from "@/lib/db/client.ts";
import { laterAction, notLaterAction } from "./later-actions.ts";

type Props = {
  db: Db;
  viewer: Viewer;
  csrf: string;
  view: CaseView;
  mitigations: readonly Mitigation[];
  now: number;
};

/** Look again on a day, and what could be told to the provider by then. */
export async function CaseLater({ db, viewer, csrf, view, mitigations, now }: Props) {
  if (!canWork(viewer)) return null;
  const note = await proposeStatusNote(db, viewer, { view, mitigations, now });
  return (
    <Card title={words().casePage.later}>
      <LaterForm
        planned={view.followUp}
        hidden={{ csrf, caseId: view.id }}
        later={laterAction}
        notLater={notLaterAction}
      />
      {note === null ? null : (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer font-medium">{words().casePage.statusTitle}</summary>
          <p className="my-2">{words().casePage.statusHint}</p>
          <TextArea
            id="status-note"
            name="note"
            label={words().casePage.statusNote}
            defaultValue={note}
            rows={6}
            readOnly
          />
        </details>
      )}
    </Card>
  );
}
