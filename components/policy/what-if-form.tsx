import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { words } from "@/components/words/words.ts";
import type { RelayChoice } from "@/lib/cases/relay-policy.ts";
import { RelaySelect } from "./relay-select.tsx";

export type AskedWhatIf = {
  relay: string | null;
  /** As typed. */
  at: string;
  lines: string;
  mode: "front" | "whole";
  days: number;
  scope: "all" | "relay";
  /** The case the lines were proposed for. */
  caseId: string | null;
};
type Props = { relays: readonly RelayChoice[]; asked: AskedWhatIf };

function modes() {
  return [
    { value: "front", label: words().policy.modeFront },
    { value: "whole", label: words().policy.modeWhole },
  ];
}
function scopes() {
  return [
    { value: "all", label: words().policy.scopeAll },
    { value: "relay", label: words().policy.scopeRelay },
  ];
}

/** A proposed line or policy and what to hold it against. Asks by GET. */
export function WhatIfForm({ relays, asked }: Props) {
  return (
    <form action="/policy/what-if" className="flex flex-col gap-4">
      {asked.caseId === null ? null : <input type="hidden" name="case" value={asked.caseId} />}
      <TextArea
        name="lines"
        label={words().policy.proposed}
        hint={words().policy.proposedHint}
        defaultValue={asked.lines}
        rows={3}
        mono
        required
        spellCheck={false}
        maxLength={4000}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <RelaySelect relays={relays} chosen={asked.relay} none={words().policy.torDefault} />
        <Field
          name="at"
          label={words().policy.itsPolicyAt}
          hint={words().policy.atHint}
          defaultValue={asked.at}
          maxLength={30}
          autoComplete="off"
        />
        <Select
          name="mode"
          label={words().policy.theLines}
          options={modes()}
          defaultValue={asked.mode}
        />
        <Field
          name="days"
          label={words().policy.lastDays}
          type="number"
          min={1}
          max={3650}
          defaultValue={asked.days}
        />
        <Select
          name="scope"
          label={words().policy.about}
          options={scopes()}
          defaultValue={asked.scope}
        />
      </div>
      <div>
        <Button look="primary">{words().policy.show}</Button>
      </div>
    </form>
  );
}
