import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { RelaySource } from "@/lib/relays/relay-source.ts";
import { RelaySourceForm, type SaveSource } from "./relay-source-form.tsx";
import { type SourceKind, sourceFields } from "./source-fields.ts";

type Actions = { save: SaveSource; read: ErrorAction; remove: ErrorAction };
type Props = { sources: RelaySource[]; csrf: string; actions: Actions };

const KINDS: SourceKind[] = ["folder", "control", "onionoo"];
/** Nothing leaves this machine unless the operator ticks the box. */
const BLANK: Record<SourceKind, Record<string, string>> = {
  folder: { enabled: "yes" },
  control: { enabled: "yes" },
  onionoo: { address: "https://onionoo.torproject.org/" },
};

/** Where the desk learns about the relays by itself, how the last reading went, and a form for each kind of source. */
export function RelaySources({ sources, csrf, actions }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-4">
        {sources.map((source) => (
          <li key={source.id}>
            <Source source={source} csrf={csrf} actions={actions} />
          </li>
        ))}
      </ul>
      {KINDS.map((kind) => (
        <details key={kind}>
          <summary className="cursor-pointer text-sm font-medium">
            {rich(words().settings.addSource, { title: words().settings.sourceTitles[kind] })}
          </summary>
          <RelaySourceForm
            words={words().settings.sourceForm}
            fields={sourceFields(kind)}
            kind={kind}
            values={BLANK[kind]}
            sourceId={null}
            csrf={csrf}
            action={actions.save}
          />
        </details>
      ))}
    </div>
  );
}

function Source({
  source,
  csrf,
  actions,
}: {
  source: RelaySource;
  csrf: string;
  actions: Actions;
}) {
  const { id, name, settings, enabled } = source;
  const values = { ...settings, name, enabled: enabled ? "yes" : "" };
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="font-medium break-all">{name}</p>
      <Health source={source} />
      <div className="flex flex-wrap items-center gap-3">
        {enabled ? (
          <ActionForm action={actions.read} hidden={{ csrf, sourceId: id }} inline>
            <Button look="link">{words().settings.readNow}</Button>
          </ActionForm>
        ) : null}
        <ActionForm action={actions.remove} hidden={{ csrf, sourceId: id }} inline>
          <Button look="link">{words().settings.remove}</Button>
        </ActionForm>
      </div>
      <details>
        <summary className="cursor-pointer">{words().settings.change}</summary>
        <RelaySourceForm
          words={words().settings.sourceForm}
          fields={sourceFields(settings.kind)}
          kind={settings.kind}
          values={values}
          sourceId={id}
          csrf={csrf}
          action={actions.save}
        />
      </details>
    </div>
  );
}

function Health({ source }: { source: RelaySource }) {
  const { enabled, lastReadAt, lastText, lastProblem, dueAt } = source;
  return (
    <>
      <p>
        {lastReadAt === null
          ? words().settings.notRead
          : rich(words().settings.readAt, { when: <UtcTime at={lastReadAt} />, lastText })}{" "}
        {enabled
          ? rich(words().settings.next, { when: <UtcTime at={dueAt} /> })
          : words().settings.off}
      </p>
      {lastProblem === null ? null : (
        <p className="border-l-4 border-warning pl-2 break-words">
          {rich(words().settings.problem, { lastProblem })}
        </p>
      )}
    </>
  );
}
