"use client";
import { useActionState } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { GapFields } from "./gap-fields.tsx";

export type DraftForm = {
  caseId: string;
  caseVersion: number;
  draftId: string;
  draftVersion: number;
  audience: string;
  template: string;
  language: string;
  to: string;
  subject: string;
  text: string;
  gaps: string[];
  /** Why it cannot be sent by one key (counsel, threats), or null. */
  checklist: string | null;
  csrf: string;
};

/** What comes back when a save or a send was refused: why, and what was typed, so that nothing is lost. */
export type DraftAnswer = { error: string; to: string; subject: string; text: string } | null;

type Props = {
  draft: DraftForm;
  action: (before: DraftAnswer, form: FormData) => Promise<DraftAnswer>;
};

/** One letter: recipients, subject, text, the gaps still to fill, save and send. Posts as a plain form without scripts. */
export function DraftEditor({ draft, action }: Props) {
  const [answer, submit, pending] = useActionState(action, null);
  const shown = answer ?? draft;
  const id = (name: string) => `${draft.draftId}-${name}`;
  return (
    <form
      action={submit}
      data-draft
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      {HIDDEN.map((name) => (
        <input key={name} type="hidden" name={name} value={draft[name]} />
      ))}
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <p className="flex flex-wrap gap-2">
        <Badge>{draft.template}</Badge>
        <Badge>{draft.language}</Badge>
      </p>
      <GapFields draftId={draft.draftId} gaps={draft.gaps} />
      <Field
        id={id("to")}
        name="to"
        label="To"
        defaultValue={shown.to}
        required
        autoComplete="off"
      />
      <Field
        name="subject"
        label="Subject"
        defaultValue={shown.subject}
        required
        maxLength={300}
        autoComplete="off"
      />
      <TextArea
        id={id("text")}
        name="text"
        label="Letter"
        defaultValue={shown.text}
        required
        rows={22}
        mono
      />
      {draft.checklist ? (
        <label className="flex items-start gap-3">
          <input type="checkbox" name="checked" value="yes" className="checkbox mt-0.5" />
          <span>{draft.checklist}</span>
        </label>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" name="intent" value="send" data-send disabled={pending}>
          Send
        </Button>
        <Button name="intent" value="save" disabled={pending}>
          Save draft
        </Button>
      </div>
    </form>
  );
}

const HIDDEN = ["caseId", "caseVersion", "draftId", "draftVersion", "csrf"] as const;
