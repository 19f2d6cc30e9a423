"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Words } from "@/components/words/words.ts";

export type CheckAnswer = { lines: { works: boolean; text: string }[] } | null;
type Props = {
  words: Words["mailboxes"]["check"];
  csrf: string;
  mailboxId: string;
  action: (before: CheckAnswer, form: FormData) => Promise<CheckAnswer>;
};

/** Tries both servers now and says one line for each. */
export function MailboxCheck({ words, csrf, mailboxId, action }: Props) {
  const [answer, submit, pending] = useActionState(action, null);
  return (
    <form action={submit} className="flex w-full flex-col gap-3">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="mailboxId" value={mailboxId} />
      {answer?.lines.map((line) => (
        <Notice key={line.text} kind={line.works ? "good" : "error"}>
          {line.text}
        </Notice>
      ))}
      <div>
        <Button look="link" disabled={pending}>
          {words.test}
        </Button>
      </div>
    </form>
  );
}
