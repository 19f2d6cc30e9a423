"use client";
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { fill } from "@/components/words/fill.ts";

export type AskAnswer = {
  error: string | null;
  options: PublicKeyCredentialRequestOptionsJSON | null;
} | null;
export type EnterAnswer = { error: string | null } | null;
type Props = {
  label: string;
  failed: string;
  /** The whole sign-in, or the second step after the password. */
  step: "sign-in" | "second";
  ask: (before: AskAnswer, form: FormData) => Promise<AskAnswer>;
  enter: (before: EnterAnswer, form: FormData) => Promise<EnterAnswer>;
};

/** Signs in with a passkey. Needs scripts: before they run there is nothing to press. */
export function PasskeyEnter({ label, failed, step, ask, enter }: Props) {
  const [isOffered, setIsOffered] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setIsOffered(window.isSecureContext && browserSupportsWebAuthn()), []);
  if (!isOffered) return null;

  /** Null when the desk opens; else why not. */
  const entered = async (): Promise<string | null> => {
    const form = new FormData();
    form.set("step", step);
    const asked = await ask(null, form);
    if (!asked?.options) return asked?.error ?? failed;
    const { options: optionsJSON } = asked;
    const response = await startAuthentication({ optionsJSON }).catch((error: Error) => error);
    if (response instanceof Error) return fill(failed, { reason: response.message });
    form.set("response", JSON.stringify(response));
    const answer = await enter(null, form);
    if (answer?.error) return answer.error;
    window.location.assign("/queue");
    return null;
  };
  return (
    <div className="flex flex-col gap-3">
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      <div>
        <Button type="button" onClick={async () => setProblem(await entered())}>
          {label}
        </Button>
      </div>
    </div>
  );
}
