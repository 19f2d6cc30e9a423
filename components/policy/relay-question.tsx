import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";
import type { RelayChoice } from "@/lib/cases/relay-policy.ts";
import { RelaySelect } from "./relay-select.tsx";
import { TargetFields, type TypedTargets } from "./target-fields.tsx";

type Props = {
  relays: readonly RelayChoice[];
  chosen: string | null;
  /** As typed. */
  at: string;
  typed: TypedTargets;
};

/** Asks by GET: the address of the answer can be kept and handed on. */
export function RelayQuestion({ relays, chosen, at, typed }: Props) {
  return (
    <form action="/policy" className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <RelaySelect relays={relays} chosen={chosen} />
        <Field
          name="at"
          label={words().policy.atLabel}
          hint={words().policy.atHint}
          defaultValue={at}
          maxLength={30}
          autoComplete="off"
        />
      </div>
      <TargetFields words={words().policy.targets} typed={typed} prefix="relay" />
      <div>
        <Button look="primary">{words().policy.ask}</Button>
      </div>
    </form>
  );
}
