"use client";
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from "@simplewebauthn/browser";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { fill } from "@/components/words/fill.ts";
import type { Words } from "@/components/words/words.ts";

export type OfferAnswer = {
  error: string | null;
  options: PublicKeyCredentialCreationOptionsJSON | null;
} | null;
export type AddAnswer = { error: string | null } | null;
type Props = {
  words: Words["accounts"]["passkeys"];
  csrf: string;
  offer: (before: OfferAnswer, form: FormData) => Promise<OfferAnswer>;
  add: (before: AddAnswer, form: FormData) => Promise<AddAnswer>;
  /** The fields: a name, the password, the code. */
  children: ReactNode;
};

/** Adds a passkey of this device. Needs scripts: before they run there is nothing to press. */
export function PasskeyAdd({ words, csrf, offer, add, children }: Props) {
  const [isOffered, setIsOffered] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setIsOffered(window.isSecureContext && browserSupportsWebAuthn()), []);
  if (isOffered === null) return null;
  if (!isOffered) return <p className="text-sm">{words.unsupported}</p>;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setProblem(await made(form));
  };
  /** Null when it is kept and the page is left; else why not. */
  const made = async (form: FormData): Promise<string | null> => {
    const offered = await offer(null, form);
    if (!offered?.options) return offered?.error ?? words.unsupported;
    const { options: optionsJSON } = offered;
    const response = await startRegistration({ optionsJSON }).catch((error: Error) => error);
    if (response instanceof Error) return fill(words.failed, { reason: response.message });
    form.set("response", JSON.stringify(response));
    const answer = await add(null, form);
    if (answer?.error) return answer.error;
    window.location.assign("/security?done=passkey");
    return null;
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <input type="hidden" name="csrf" value={csrf} />
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      {children}
      <div>
        <Button>{words.add}</Button>
      </div>
    </form>
  );
}
