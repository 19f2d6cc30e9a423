import type { ErrorAction } from "@/components/ui/action-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import type { CaseLinks } from "@/lib/cases/case-links-view-store.ts";
import { MoveList } from "./move-list.tsx";
import { OutboxState } from "./outbox-state.tsx";
import { Timeline } from "./timeline.tsx";

type Props = {
  view: CaseView;
  links: CaseLinks;
  undo: ErrorAction;
  /** Null: the viewer may read only. */
  hidden: Record<string, string | number> | null;
};

/** A case whose mails are in another one: where they are, and what it keeps. */
export function MergedCase({ view, links, undo, hidden }: Props) {
  const { mergedInto, moves } = links;
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-xl font-semibold break-words">{view.title}</h1>
      <Notice kind="info">
        {mergedInto ? (
          <p>
            {rich(words().casePage.mailsIn, {
              ref: view.ref,
              link: <a href={`/cases/${mergedInto.id}`}>{mergedInto.ref}</a>,
              title: mergedInto.title,
            })}
          </p>
        ) : (
          <p>{rich(words().casePage.mailsElsewhere, { ref: view.ref })}</p>
        )}
      </Notice>
      <MoveList moves={moves} undo={undo} hidden={hidden} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={words().casePage.itsLetters}>
          {view.drafts.length === 0 ? (
            <p className="text-sm">{words().casePage.noLetters}</p>
          ) : null}
          {view.drafts.map((draft) => (
            <details key={draft.id} className="mb-3">
              <summary className="cursor-pointer text-sm font-medium">
                {words().audiences[draft.audience]}: {draft.subject}
              </summary>
              {draft.delivery ? <OutboxState item={draft.delivery} /> : null}
              <pre className="mt-2 text-sm break-words whitespace-pre-wrap">
                {draft.delivery?.text ?? draft.text}
              </pre>
            </details>
          ))}
        </Card>
        <Card title={words().casePage.history}>
          <Timeline items={view.timeline} />
        </Card>
      </div>
    </div>
  );
}
