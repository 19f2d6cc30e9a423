"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
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
type Props = { csrf: string; look: Action; confirm: Action };

const SAID: Record<ImportChange["change"], string> = {
  new: "is new",
  "replaces-shipped": "serves in the place of the shipped one",
  "replaces-yours": "replaces yours, which stays as an older version",
  same: "is what you have already",
};

/** A library of another desk: first what it would change, then the import. */
export function ImportForm({ csrf, look, confirm }: Props) {
  const [seen, submit] = useActionState(look, null);
  const [done, submitConfirm] = useActionState(confirm, null);
  const answer = done ?? seen;
  return (
    <div className="flex flex-col gap-4">
      {answer?.error ? <Notice kind="error">{answer.error}</Notice> : null}
      <TemplateProblems problems={answer?.problems ?? []} />
      {seen && seen.changes.length > 0 ? (
        <form action={submitConfirm} className="flex flex-col gap-3">
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="library" value={seen.library} />
          <ul className="list-disc pl-5" aria-label="What the import would change">
            {seen.changes.map(({ key, change }) => (
              <li key={key}>
                <code>{key}</code> {SAID[change]}
              </li>
            ))}
          </ul>
          <div>
            <Button look="primary">Import them</Button>
          </div>
        </form>
      ) : null}
      <form action={submit} className="flex flex-col gap-4">
        <input type="hidden" name="csrf" value={csrf} />
        <Field
          name="file"
          label="Library"
          type="file"
          accept=".json"
          hint="A file another desk exported. Nothing is kept before you have seen what it changes."
          required
        />
        <div>
          <Button>Look at it</Button>
        </div>
      </form>
    </div>
  );
}
