"use client";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Words } from "@/components/words/words.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";

export type CodesAnswer = { error: string | null; codes: string[] } | null;
type CodesAction = (before: CodesAnswer, form: FormData) => Promise<CodesAnswer>;
type Props = {
  words: Pick<Words["accounts"], "codes" | "proof">;
  csrf: string;
  stage: "pending" | "on" | "off";
  confirm: CodesAction;
  renew: CodesAction;
  /** What to scan and type while a secret waits for its first code; what else there is to do. */
  children: ReactNode;
};

/**
 * The two forms that are answered with recovery codes. They stand in one place whatever the stage, so that the answer is
 * still shown when the page behind it has become another one, with scripts off too.
 */
export function CodesPanel({ words, csrf, stage, confirm, renew, children }: Props) {
  const [confirmed, submitConfirm] = useActionState(confirm, null);
  const [renewed, submitRenew] = useActionState(renew, null);
  const codes = [...(confirmed?.codes ?? []), ...(renewed?.codes ?? [])].slice(-10);
  if (codes.length > 0) return <RecoveryCodes words={words.codes} codes={codes} />;
  return (
    <div className="flex flex-col gap-4">
      {children}
      {stage === "pending" ? (
        <form action={submitConfirm} className="flex flex-col gap-4">
          <input type="hidden" name="csrf" value={csrf} />
          {confirmed?.error ? <Notice kind="error">{confirmed.error}</Notice> : null}
          <Field
            id="first-code"
            name="code"
            label={words.codes.confirmLabel}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            required
          />
          <div>
            <Button look="primary">{words.codes.confirm}</Button>
          </div>
        </form>
      ) : null}
      {stage === "on" ? (
        <form action={submitRenew} className="flex flex-col gap-4">
          <input type="hidden" name="csrf" value={csrf} />
          <h3 className="font-semibold">{words.codes.renewTitle}</h3>
          <p className="text-sm">{words.codes.renewText}</p>
          {renewed?.error ? <Notice kind="error">{renewed.error}</Notice> : null}
          <Field
            id="renew-password"
            name="password"
            label={words.proof.password}
            type="password"
            autoComplete="current-password"
            required
          />
          <Field
            id="renew-code"
            name="code"
            label={words.proof.code}
            autoComplete="one-time-code"
            maxLength={40}
            required
          />
          <div>
            <Button>{words.codes.renew}</Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
