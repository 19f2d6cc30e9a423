import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
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

const MODES = [
  { value: "front", label: "Put before the relay's own lines" },
  { value: "whole", label: "Take the place of the whole policy" },
];
const SCOPES = [
  { value: "all", label: "All our addresses" },
  { value: "relay", label: "This relay's addresses" },
];

/** A proposed line or policy and what to hold it against. Asks by GET. */
export function WhatIfForm({ relays, asked }: Props) {
  return (
    <form action="/policy/what-if" className="flex flex-col gap-4">
      {asked.caseId === null ? null : <input type="hidden" name="case" value={asked.caseId} />}
      <TextArea
        name="lines"
        label="Proposed lines"
        hint="Such as reject *:22 or reject 203.0.113.5:*, one a line."
        defaultValue={asked.lines}
        rows={3}
        mono
        required
        spellCheck={false}
        maxLength={4000}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <RelaySelect relays={relays} chosen={asked.relay} none="tor's default policy" />
        <Field
          name="at"
          label="Its policy at (UTC)"
          hint="Such as 2026-09-10 08:15. Empty: now."
          defaultValue={asked.at}
          maxLength={30}
          autoComplete="off"
        />
        <Select name="mode" label="The lines" options={MODES} defaultValue={asked.mode} />
        <Field
          name="days"
          label="Complaints of the last days"
          type="number"
          min={1}
          max={3650}
          defaultValue={asked.days}
        />
        <Select name="scope" label="About" options={SCOPES} defaultValue={asked.scope} />
      </div>
      <div>
        <Button look="primary">Show what it would close</Button>
      </div>
    </form>
  );
}
