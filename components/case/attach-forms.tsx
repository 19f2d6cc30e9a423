import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
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
      <summary className="cursor-pointer font-medium">Attach something</summary>
      <p className="mt-2">
        Save what you changed in the letter first: without scripts the page is loaded anew.
      </p>
      <div className="mt-3 flex flex-col gap-6">
        <ActionForm action={attachExits} hidden={hiddenOf(props)}>
          <h4 className="font-semibold">
            The exits that reach a target, for who wants to keep Tor out fairly
          </h4>
          {network === null ? (
            <p>
              The desk has no network yet: give it one under{" "}
              <a href="/policy/exits">Exits that reach a target</a>.
            </p>
          ) : (
            <>
              <div className="grid gap-3 sm:grid-cols-2">
                <Field
                  id="attach-target"
                  name="target"
                  label="Target"
                  defaultValue={target}
                  required
                  maxLength={300}
                  autoComplete="off"
                />
                <Select
                  id="attach-form"
                  name="form"
                  label="As"
                  options={FORMS}
                  defaultValue="csv"
                />
              </div>
              <p>From the {network.from}.</p>
              <LetterChoice drafts={props.drafts} id="attach-exits-to" />
              <div>
                <Button>Attach the list</Button>
              </div>
            </>
          )}
        </ActionForm>
        <ActionForm action={attachEvidence} hidden={hiddenOf(props)}>
          <h4 className="font-semibold">The evidence pack</h4>
          <p>It may hold the mail: attach it only for those who may read it.</p>
          <LetterChoice drafts={props.drafts} id="attach-evidence-to" />
          <div>
            <Button>Attach the evidence pack</Button>
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
  return <Select id={id} name="draftId" label="Letter" options={options} />;
}
