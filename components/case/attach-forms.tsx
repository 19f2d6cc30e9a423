import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { DraftView } from "@/lib/cases/case.ts";
import { EXIT_LIST_FORMS, EXIT_LISTS } from "@/lib/relays/exit-list-forms.ts";
import type { NetworkFacts } from "@/lib/relays/network-store.ts";

type Props = {
  caseId: string;
  csrf: string;
  /** Those that can still be changed. */
  drafts: readonly DraftView[];
  network: NetworkFacts | null;
  target: string;
  attachExits: ErrorAction;
  attachEvidence: ErrorAction;
};

const FORMS = EXIT_LIST_FORMS.map((form) => ({ value: form, label: EXIT_LISTS[form].label }));

/** What the desk can attach: the exits that reach a target, and the evidence. */
export function AttachForms(props: Props) {
  const { network, target, attachExits, attachEvidence } = props;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-medium">{words().casePage.attach}</summary>
      <p className="mt-2">{words().casePage.saveFirst}</p>
      <div className="mt-3 flex flex-col gap-6">
        <ActionForm action={attachExits} hidden={hiddenOf(props)}>
          <h4 className="font-semibold">{words().casePage.attachExitsTitle}</h4>
          {network === null ? (
            <p>
              {rich(words().casePage.noNetwork, {
                link: <a href="/policy/exits">{words().casePage.exitsLink}</a>,
              })}
            </p>
          ) : (
            <>
              <div className="grid gap-3 sm:grid-cols-2">
                <Field
                  id="attach-target"
                  name="target"
                  label={words().casePage.target}
                  defaultValue={target}
                  required
                  maxLength={300}
                  autoComplete="off"
                />
                <Select
                  id="attach-form"
                  name="form"
                  label={words().casePage.as}
                  options={FORMS}
                  defaultValue="csv"
                />
              </div>
              <p>{rich(words().casePage.fromNetwork, { from: network.from })}</p>
              <LetterChoice drafts={props.drafts} id="attach-exits-to" />
              <div>
                <Button>{words().casePage.attachList}</Button>
              </div>
            </>
          )}
        </ActionForm>
        <ActionForm action={attachEvidence} hidden={hiddenOf(props)}>
          <h4 className="font-semibold">{words().casePage.pack}</h4>
          <p>{words().casePage.packWarning}</p>
          <LetterChoice drafts={props.drafts} id="attach-evidence-to" />
          <div>
            <Button>{words().casePage.attachPack}</Button>
          </div>
        </ActionForm>
      </div>
    </details>
  );
}

/** With one letter there is nothing to choose. */
function hiddenOf({ csrf, caseId, drafts }: Props): Record<string, string> {
  const [only, ...more] = drafts;
  return { csrf, caseId, ...(only && more.length === 0 ? { draftId: only.id } : {}) };
}

function LetterChoice({ drafts, id }: { drafts: readonly DraftView[]; id: string }) {
  if (drafts.length < 2) return null;
  const options = drafts.map((draft) => ({
    value: draft.id,
    label: words().audiences[draft.audience],
  }));
  return <Select id={id} name="draftId" label={words().casePage.letter} options={options} />;
}
