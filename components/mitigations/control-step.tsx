import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";

type Planned = { ok: true; before: string[]; after: string[]; command: string | null };
type Props = {
  id: string;
  csrf: string;
  /** Control ports among the relay sources; none: it cannot be done this way. */
  places: readonly { id: string; name: string }[];
  chosen: string | undefined;
  planned: Planned | { ok: false; text: string } | null;
  apply: ErrorAction;
};

/** The lines into a running tor, in two steps: what would be sent is shown first, and only that is sent. */
export function ControlStep({ id, csrf, places, chosen, planned, apply }: Props) {
  if (places.length === 0)
    return (
      <p className="text-sm">
        {rich(words().mitigations.canDoIt, {
          link: <a href="/settings">{words().mitigations.settings}</a>,
        })}
      </p>
    );
  return (
    <div className="flex flex-col gap-4">
      <form action={`/mitigations/${id}`} className="flex flex-wrap items-end gap-3">
        <Select
          name="source"
          label={words().mitigations.controlPort}
          options={places.map((place) => ({ value: place.id, label: place.name }))}
          defaultValue={chosen ?? ""}
        />
        <Button>{words().mitigations.showWhat}</Button>
      </form>
      {planned === null || chosen === undefined ? null : (
        <Confirm id={id} csrf={csrf} sourceId={chosen} planned={planned} apply={apply} />
      )}
    </div>
  );
}

type ConfirmProps = Pick<Props, "id" | "csrf" | "apply"> & {
  sourceId: string;
  planned: NonNullable<Props["planned"]>;
};

function Confirm({ id, csrf, sourceId, planned, apply }: ConfirmProps) {
  if (!planned.ok) return <Notice kind="error">{planned.text}</Notice>;
  const command = planned.command ?? "";
  return (
    <ActionForm action={apply} hidden={{ csrf, id, sourceId, command }}>
      <p className="text-sm">
        {command === "" ? words().mitigations.alreadyThere : words().mitigations.exactly}
      </p>
      {command === "" ? null : (
        <pre
          className="rounded-field border border-base-300 p-3 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]"
          data-command
        >
          {command}
        </pre>
      )}
      <p className="text-sm">{words().mitigations.howLong}</p>
      <div>
        <Button look="primary">{words().mitigations.send}</Button>
      </div>
    </ActionForm>
  );
}
