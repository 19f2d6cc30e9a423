"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { Words } from "@/components/words/words.ts";
import type { Simulation } from "@/lib/exit-policy/simulate.ts";
import { SimulatedPolicy } from "./simulated-policy.tsx";
import { TargetFields, type TypedTargets } from "./target-fields.tsx";

export type PasteAnswer =
  | (TypedTargets & {
      error: string;
      text: string;
      addresses: string;
      simulation: Simulation | null;
    })
  | null;
type Props = {
  words: Words["policy"]["paste"];
  simulated: Words["policy"]["simulated"];
  targets: Words["policy"]["targets"];
  action: (before: PasteAnswer, form: FormData) => Promise<PasteAnswer>;
  csrf: string;
};

const NOTHING: TypedTargets = { ip: "", port: "", protocol: "tcp", targets: "" };

/** A policy nobody has saved: posted, so that no torrc ends up in an address or a log. */
export function PasteForm({ words, simulated, targets, action, csrf }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <div className="flex flex-col gap-4">
      {answer?.simulation ? (
        <SimulatedPolicy words={simulated} simulation={answer.simulation} />
      ) : null}
      <Card title={words.title}>
        <form
          action={submit}
          className="flex flex-col gap-4"
          key={answer ? JSON.stringify(answer) : "first"}
        >
          <input type="hidden" name="csrf" value={csrf} />
          {answer?.error ? <Notice kind="error">{answer.error}</Notice> : null}
          <TextArea
            name="text"
            label={words.text}
            hint={words.textHint}
            defaultValue={answer?.text}
            rows={8}
            mono
            required
            spellCheck={false}
          />
          <Field
            name="addresses"
            label={words.addresses}
            hint={words.addressesHint}
            defaultValue={answer?.addresses}
            autoComplete="off"
          />
          <TargetFields words={targets} typed={answer ?? NOTHING} prefix="paste" />
          <div>
            <Button look="primary">{words.submit}</Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
