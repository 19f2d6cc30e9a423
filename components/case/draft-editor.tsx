"use client";
import { type ReactNode, useActionState } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { Words } from "@/components/words/words.ts";
import type { ChecklistItem } from "@/lib/cases/case.ts";
import { Checklist } from "./checklist.tsx";
import { GapFields } from "./gap-fields.tsx";
import { dropUnsaved, keepUnsaved, unsavedWords } from "./unsaved-words.ts";

export type Letter = {
  caseId: string;
  caseVersion: number;
  draftId: string;
  draftVersion: number;
  csrf: string;
  template: string;
  language: string;
  to: string;
  subject: string;
  text: string;
  gaps: string[];
  /** What must be confirmed point by point before this may go. */
  checklist: ChecklistItem[];
};

/** What comes back when a save or a send was refused: why, and what was typed, so that nothing is lost. */
export type LetterAnswer = { error: string; to: string; subject: string; text: string } | null;

type Props = {
  letter: Letter;
  words: Words["casePage"]["editor"];
  action: (before: LetterAnswer, form: FormData) => Promise<LetterAnswer>;
  /** Shown in place of the form once the letter is on its way. */
  gone: ReactNode;
};
const HIDDEN = ["caseId", "caseVersion", "draftId", "draftVersion", "csrf"] as const;

/** One letter: recipients, subject, text, the gaps still to fill, save and send. Posts as a plain form without scripts. */
export function DraftEditor({ letter, words, action, gone }: Props) {
  const [answer, submit, pending] = useActionState(action, null);
  const { typed, isOld } = unsavedWords(letter.draftId, letter.draftVersion);
  const shown = answer ?? typed ?? letter;
  if (gone)
    return answer ? (
      <Refused answer={answer} label={words.typed}>
        {gone}
      </Refused>
    ) : (
      gone
    );
  const id = (name: string) => `${letter.draftId}-${name}`;
  return (
    <form
      action={submit}
      onInput={(event) => keepUnsaved(letter.draftId, letter.draftVersion, event.currentTarget)}
      onSubmit={() => dropUnsaved(letter.draftId)}
      data-draft
      className="flex flex-col gap-4"
      // Fields keep what they showed first: a changed letter needs fields of its own, or the old one would be sent.
      key={answer ? JSON.stringify(answer) : letter.draftVersion}
    >
      {HIDDEN.map((name) => (
        <input key={name} type="hidden" name={name} value={letter[name]} />
      ))}
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      {isOld && !answer ? <Notice kind="warning">{words.newerWhileTyping}</Notice> : null}
      <p className="flex flex-wrap gap-2">
        <Badge>{letter.template}</Badge>
        <Badge>{letter.language}</Badge>
      </p>
      <GapFields draftId={letter.draftId} gaps={letter.gaps} words={words} />
      <Field
        id={id("to")}
        name="to"
        label={words.to}
        defaultValue={shown.to}
        required
        autoComplete="off"
      />
      <Field
        id={id("subject")}
        name="subject"
        label={words.subject}
        defaultValue={shown.subject}
        required
        maxLength={300}
        autoComplete="off"
      />
      <TextArea
        id={id("text")}
        name="text"
        label={words.letter}
        defaultValue={shown.text}
        required
        rows={22}
        mono
      />
      <Checklist title={words.beforeSending} items={letter.checklist} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" name="intent" value="send" data-send disabled={pending}>
          {words.send}
        </Button>
        <Button name="intent" value="save" disabled={pending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

/** Somebody else was quicker: why nothing was sent, and what was typed, to copy from. */
function Refused({
  answer,
  label,
  children,
}: {
  answer: NonNullable<LetterAnswer>;
  label: string;
  children: ReactNode;
}) {
  return (
    <div className="mt-3 flex flex-col gap-3">
      <Notice kind="error">{answer.error}</Notice>
      <TextArea name="typed" label={label} defaultValue={answer.text} rows={12} mono readOnly />
      {children}
    </div>
  );
}
