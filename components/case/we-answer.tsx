import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { sayRefusal } from "@/components/words/say-refusal.ts";
import { readerLanguage, words } from "@/components/words/words.ts";
import type { CaseView, OutboxState as DeliveryState, DraftView } from "@/lib/cases/case.ts";
import { DraftEditor, type LetterAnswer } from "./draft-editor.tsx";
import { NewerDraft } from "./newer-draft.tsx";
import { NoLetter } from "./no-letter.tsx";
import { OutboxState } from "./outbox-state.tsx";

type Props = {
  view: CaseView;
  csrf: string;
  maySend: boolean;
  action: (before: LetterAnswer, form: FormData) => Promise<LetterAnswer>;
  /** The letter went through the provider's own form. */
  elsewhere: ErrorAction;
  mayClose: boolean;
  close: ErrorAction;
  /** Between an edited letter and the desk's newer draft. */
  settle: ErrorAction;
};

const MAY_SEND_AGAIN: ReadonlySet<DeliveryState> = new Set(["unknown", "failed"]);

/** What we answer: one letter for each audience, or where it is when it has been approved. */
export function WeAnswer(props: Props) {
  const { view, csrf, mayClose, close } = props;
  return (
    <Card
      title={words().casePage.weAnswer}
      aside={<span className="text-sm">{words().routes[view.route]}</span>}
    >
      {view.drafts.length === 0 ? (
        <NoLetter view={view} csrf={csrf} mayClose={mayClose} close={close} />
      ) : null}
      <div className="flex flex-col gap-6">
        {view.drafts.map((draft) => (
          <section key={draft.id} aria-label={words().audiences[draft.audience]}>
            <h3 className="mb-2 font-semibold">{words().audiences[draft.audience]}</h3>
            <Editor {...props} draft={draft} />
          </section>
        ))}
      </div>
    </Card>
  );
}

function Editor({
  draft,
  view,
  csrf,
  maySend,
  action,
  elsewhere,
  settle,
}: Props & { draft: DraftView }) {
  const out = isOut(draft) ? <OutboxState item={draft.delivery} /> : null;
  const gone = isOut(draft) && !MAY_SEND_AGAIN.has(draft.delivery.state) ? draft.delivery : null;
  if (!maySend)
    return (
      <>
        {out}
        <LetterText>{isOut(draft) ? draft.delivery.text : draft.text}</LetterText>
      </>
    );
  const letter = {
    caseId: view.id,
    caseVersion: view.version,
    draftId: draft.id,
    draftVersion: draft.version,
    csrf,
    template: draft.template,
    language: draft.language,
    to: draft.to.join(", "),
    subject: draft.subject,
    text: draft.text,
    gaps: draft.gaps,
    checklist: view.checklist.map((point) => ({
      ...point,
      text: sayRefusal(point, readerLanguage()),
    })),
  };
  const { caseId, caseVersion, draftId, draftVersion } = letter;
  return (
    <>
      {out}
      {gone ? null : (
        <NewerDraft
          draft={draft}
          settle={settle}
          hidden={{ csrf, caseId, draftId, draftVersion }}
        />
      )}
      <DraftEditor
        words={words().casePage.editor}
        letter={letter}
        action={action}
        gone={gone && <LetterText>{gone.text}</LetterText>}
      />
      {view.route === "portal" && !gone ? (
        <div className="mt-4">
          <ActionForm
            action={elsewhere}
            hidden={{ csrf, caseId, caseVersion, draftId, draftVersion }}
          >
            <p className="text-sm">{words().casePage.ownFormOnly}</p>
            <div>
              <Button data-submitted>{words().casePage.submitted}</Button>
            </div>
          </ActionForm>
        </div>
      ) : null}
    </>
  );
}

function LetterText({ children }: { children: string }) {
  return <pre className="mt-3 text-sm break-words whitespace-pre-wrap">{children}</pre>;
}

function isOut(
  draft: DraftView,
): draft is DraftView & { delivery: NonNullable<DraftView["delivery"]> } {
  return draft.delivery !== null;
}
