import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import type { CaseView, OutboxView } from "@/lib/cases/case.ts";
import { readCase } from "@/lib/cases/case-view-store.ts";
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
  const view = await readCase(db, viewer, caseId);
  if (!view) return null;
  if (!outboxId) return <ClosedNotice view={view} csrf={csrf} />;
  const letter = view.outbox.find((mail) => mail.id === outboxId);
  if (!letter) return null;
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
            <ActionForm action={undoAction} hidden={{ csrf, caseId, outboxId }} inline>
              <Button data-undo>{words().casePage.undo}</Button>
            </ActionForm>
          ) : null}
        </div>
      </Notice>
    </div>
  );
}

function ClosedNotice({ view, csrf }: { view: CaseView; csrf: string }) {
  if (view.state !== "done") return null;
  const { closedJust, seeCase, undo } = words().casePage;
  return (
    <div className="mb-4">
      <Notice kind="good">
        <div className="flex flex-wrap items-center gap-3">
          <span>
            {rich(closedJust, {
              title: view.title,
              link: <a href={`/cases/${view.id}`}>{seeCase}</a>,
            })}
          </span>
          <ActionForm action={reopenAction} hidden={{ csrf, caseId: view.id }} inline>
            <Button data-undo>{undo}</Button>
          </ActionForm>
        </div>
      </Notice>
    </div>
  );
}

/** Approved by a person it waits for seconds; by a rule, for minutes. */
function WhenItGoes({ letter, now }: { letter: OutboxView; now: number }) {
  if (letter.state !== "queued" || letter.notBefore <= now) return words().casePage.hasLeft;
  if (letter.notBefore - now < 60_000) return words().casePage.goesSoon;
  return <>{rich(words().casePage.goesAt, { when: <UtcTime at={letter.notBefore} /> })}</>;
}
