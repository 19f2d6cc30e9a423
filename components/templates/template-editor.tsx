"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { Words } from "@/components/words/words.ts";
import type { TriedTemplate } from "@/lib/cases/try-template.ts";
import type { TemplateProblem } from "@/lib/drafting/parse-template.ts";
import { LetterPreview } from "./letter-preview.tsx";
import { NumberedTemplate } from "./numbered-template.tsx";
import { TemplateProblems } from "./template-problems.tsx";

export type EditorAnswer = {
  text: string;
  caseId: string;
  error: string;
  problems: TemplateProblem[];
  tried: TriedTemplate | null;
} | null;
type Props = {
  words: Words["templates"]["editor"];
  preview: Words["templates"]["preview"];
  problemWords: Words["templates"]["problems"];
  /** Empty for a new template. */
  templateKey: string;
  text: string;
  seen: number;
  cases: { id: string; ref: string; title: string }[];
  csrf: string;
  action: (before: EditorAnswer, form: FormData) => Promise<EditorAnswer>;
};

/** A template as a plain text: tried on a real case, or saved. What was typed comes back with what is wrong with it. */
export function TemplateEditor(props: Props) {
  const { words, preview, problemWords, templateKey, text, seen, cases, csrf, action } = props;
  const [answer, submit] = useActionState(action, null);
  const typed = answer?.text ?? text;
  const options = cases.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }));
  return (
    <div className="flex flex-col gap-4">
      {answer?.error ? <Notice kind="error">{answer.error}</Notice> : null}
      {answer && answer.problems.length > 0 ? (
        <Card title={words.where}>
          <div className="flex flex-col gap-3">
            <TemplateProblems words={problemWords} problems={answer.problems} />
            <NumberedTemplate words={problemWords} text={typed} problems={answer.problems} />
          </div>
        </Card>
      ) : null}
      {answer?.tried ? <LetterPreview words={preview} tried={answer.tried} /> : null}
      <form
        action={submit}
        className="flex flex-col gap-4"
        key={answer ? JSON.stringify(answer) : "first"}
      >
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="key" value={templateKey} />
        <input type="hidden" name="seen" value={seen} />
        <TextArea
          name="text"
          label={words.template}
          defaultValue={typed}
          rows={30}
          mono
          required
          spellCheck={false}
        />
        {options.length > 0 ? (
          <Select
            name="caseId"
            label={words.tryOn}
            options={options}
            defaultValue={answer?.caseId}
          />
        ) : (
          <p>{words.noCase}</p>
        )}
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="preview">
            {options.length > 0 ? words.preview : words.check}
          </Button>
          <Button name="intent" value="save" look="primary">
            {words.save}
          </Button>
        </div>
      </form>
    </div>
  );
}
