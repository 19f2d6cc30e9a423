"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
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
  action: (before: PasteAnswer, form: FormData) => Promise<PasteAnswer>;
  csrf: string;
};

const NOTHING: TypedTargets = { ip: "", port: "", protocol: "tcp", targets: "" };

/** A policy nobody has saved: posted, so that no torrc ends up in an address or a log. */
export function PasteForm({ action, csrf }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <div className="flex flex-col gap-4">
      {answer?.simulation ? <SimulatedPolicy simulation={answer.simulation} /> : null}
      <Card title="Or try a policy of your own">
        <form
          action={submit}
          className="flex flex-col gap-4"
          key={answer ? JSON.stringify(answer) : "first"}
        >
          <input type="hidden" name="csrf" value={csrf} />
          {answer?.error ? <Notice kind="error">{answer.error}</Notice> : null}
          <TextArea
            name="text"
            label="torrc, descriptor, policy lines or a p line"
            hint="It is read here and not kept."
            defaultValue={answer?.text}
            rows={8}
            mono
            required
            spellCheck={false}
          />
          <Field
            name="addresses"
            label="The relay's own addresses"
            hint="tor rejects them too. Empty: as the torrc's Address and ORPort say."
            defaultValue={answer?.addresses}
            autoComplete="off"
          />
          <TargetFields typed={answer ?? NOTHING} prefix="paste" />
          <div>
            <Button look="primary">Try this policy</Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
