import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";

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
    { value: "", label: "All relays" },
    ...relays.map((name) => ({ value: name, label: name })),
  ];
  return (
    <ActionForm action={action} hidden={hidden}>
      <TextArea
        id="mitigation-lines"
        name="lines"
        label="Lines that close it"
        hint="Such as reject 203.0.113.5:22, one a line. Nothing is changed by keeping them."
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
          label="Relay"
          options={options}
          defaultValue={relay}
        />
        <Field
          id="mitigation-days"
          name="days"
          label="For how many days"
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
        label="Why"
        hint={
          needsReason ? "It stands in the torrc and in the record." : "Empty: because of this case."
        }
        required={needsReason}
        maxLength={300}
        autoComplete="off"
      />
      <div>
        <Button>Keep the lines</Button>
      </div>
    </ActionForm>
  );
}
