import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { words } from "@/components/words/words.ts";

type Props = {
  action: ErrorAction;
  hidden: Record<string, string | number>;
  lines: string;
  relay: string;
  relays: readonly string[];
  /** A case is reason enough. */
  needsReason: boolean;
};

/** Lines to close something for a while. Keeping them changes no policy. */
export function ProposeForm({ action, hidden, lines, relay, relays, needsReason }: Props) {
  const options = [
    { value: "", label: words().mitigations.allRelays },
    ...relays.map((name) => ({ value: name, label: name })),
  ];
  return (
    <ActionForm action={action} hidden={hidden}>
      <TextArea
        id="mitigation-lines"
        name="lines"
        label={words().mitigations.lines}
        hint={words().mitigations.linesHint}
        defaultValue={lines}
        rows={2}
        mono
        required
        spellCheck={false}
        maxLength={4000}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          id="mitigation-relay"
          name="relay"
          label={words().mitigations.relay}
          options={options}
          defaultValue={relay}
        />
        <Field
          id="mitigation-days"
          name="days"
          label={words().mitigations.days}
          type="number"
          min={1}
          max={365}
          defaultValue={30}
          required
        />
      </div>
      <Field
        id="mitigation-reason"
        name="reason"
        label={words().mitigations.why}
        hint={needsReason ? words().mitigations.whyHint : words().mitigations.whyCaseHint}
        required={needsReason}
        maxLength={300}
        autoComplete="off"
      />
      <div>
        <Button>{words().mitigations.keep}</Button>
      </div>
    </ActionForm>
  );
}
