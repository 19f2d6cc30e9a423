"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Words } from "@/components/words/words.ts";
import type { ImportChange } from "@/lib/cases/import-templates.ts";
import type { TemplateProblem } from "@/lib/drafting/parse-template.ts";
import { TemplateProblems } from "./template-problems.tsx";

export type ImportAnswer = {
  error: string;
  problems: TemplateProblem[];
  changes: ImportChange[];
  /** The library as it was read, to be confirmed. */
  library: string;
} | null;
type Action = (before: ImportAnswer, form: FormData) => Promise<ImportAnswer>;
type Props = {
  words: Words["templates"]["import"];
  problemWords: Words["templates"]["problems"];
  csrf: string;
  look: Action;
  confirm: Action;
};

const SAID = {
  new: "isNew",
  "replaces-shipped": "servesInstead",
  "replaces-yours": "replaces",
  same: "same",
} as const satisfies Record<ImportChange["change"], string>;

/** A library of another desk: first what it would change, then the import. */
export function ImportForm({ words, problemWords, csrf, look, confirm }: Props) {
  const [seen, submit] = useActionState(look, null);
  const [done, submitConfirm] = useActionState(confirm, null);
  const answer = done ?? seen;
  return (
    <div className="flex flex-col gap-4">
      {answer?.error ? <Notice kind="error">{answer.error}</Notice> : null}
      <TemplateProblems words={problemWords} problems={answer?.problems ?? []} />
      {seen && seen.changes.length > 0 ? (
        <form action={submitConfirm} className="flex flex-col gap-3">
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="library" value={seen.library} />
          <ul className="list-disc pl-5" aria-label={words.wouldChange}>
            {seen.changes.map(({ key, change }) => (
              <li key={key}>
                <code>{key}</code> {words[SAID[change]]}
              </li>
            ))}
          </ul>
          <div>
            <Button look="primary">{words.submit}</Button>
          </div>
        </form>
      ) : null}
      <form action={submit} className="flex flex-col gap-4">
        <input type="hidden" name="csrf" value={csrf} />
        <Field
          name="file"
          label={words.library}
          type="file"
          accept=".json"
          hint={words.libraryHint}
          required
        />
        <div>
          <Button>{words.look}</Button>
        </div>
      </form>
    </div>
  );
}
