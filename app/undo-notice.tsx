import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { readUndo, type Undoable } from "@/lib/cases/undo-view-store.ts";
import { reopenAction, undoAction } from "./cases/[caseId]/actions.ts";
import type { Desk } from "./desk.ts";

type Props = {
  db: Desk["db"];
  viewer: Viewer;
  csrf: string;
  now: number;
  outboxId: string | undefined;
  caseId: string | undefined;
};

/** After a send: where the letter goes, and while it still waits here, the way to stop it. After closing: the way back. */
export async function UndoNotice({ db, viewer, csrf, now, outboxId, caseId }: Props) {
  if (!caseId) return null;
  const undoable = await readUndo(db, viewer, { caseId, outboxId });
  if (!undoable) return null;
  if (undoable.did === "closed")
    return <ClosedNotice caseId={caseId} title={undoable.title} csrf={csrf} />;
  const { letter } = undoable;
  const stoppable = letter.state === "queued" && letter.notBefore > now;
  return (
    <div className="mb-4">
      <Notice kind="good">
        <div className="flex flex-wrap items-center gap-3">
          <span>
            {rich(words().casePage.undoLetter, {
              join: letter.to.join(", "),
              whenItGoes: <WhenItGoes letter={letter} now={now} />,
              link: <a href={`/cases/${caseId}`}>{words().casePage.seeCase}</a>,
            })}
          </span>
          {stoppable ? (
            <ActionForm action={undoAction} hidden={{ csrf, caseId, outboxId: letter.id }} inline>
              <Button data-undo>{words().casePage.undo}</Button>
            </ActionForm>
          ) : null}
        </div>
      </Notice>
    </div>
  );
}

function ClosedNotice({ caseId, title, csrf }: { caseId: string; title: string; csrf: string }) {
  const { closedJust, seeCase, undo } = words().casePage;
  return (
    <div className="mb-4">
      <Notice kind="good">
        <div className="flex flex-wrap items-center gap-3">
          <span>
            {rich(closedJust, {
              title,
              link: <a href={`/cases/${caseId}`}>{seeCase}</a>,
            })}
          </span>
          <ActionForm action={reopenAction} hidden={{ csrf, caseId }} inline>
            <Button data-undo>{undo}</Button>
          </ActionForm>
        </div>
      </Notice>
    </div>
  );
}

type Letter = Extract<Undoable, { did: "sent" }>["letter"];

/** Approved by a person it waits for seconds; by a rule, for minutes. */
function WhenItGoes({ letter, now }: { letter: Letter; now: number }) {
  if (letter.state !== "queued" || letter.notBefore <= now) return words().casePage.hasLeft;
  if (letter.notBefore - now < 60_000) return words().casePage.goesSoon;
  return <>{rich(words().casePage.goesAt, { when: <UtcTime at={letter.notBefore} /> })}</>;
}
