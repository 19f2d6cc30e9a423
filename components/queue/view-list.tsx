import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";
import type { SavedView } from "@/lib/cases/saved-view.ts";

type Props = {
  views: SavedView[];
  csrf: string;
  change: ErrorAction;
  mayShare: boolean;
  /** May change the shared views of others too. */
  mayChangeAll: boolean;
};

/** The views with what can be done to each. */
export function ViewList({ views, mayChangeAll, ...form }: Props) {
  return (
    <ul className="flex flex-col gap-3">
      {views.map((view) => (
        <li key={view.id} className="rounded-box border border-base-300 bg-base-100 px-3 py-2">
          <ViewHead view={view} />
          <ViewForm {...form} view={view} mayChange={view.isMine || mayChangeAll} />
        </li>
      ))}
    </ul>
  );
}

type FormProps = Pick<Props, "csrf" | "change" | "mayShare"> & {
  view: SavedView;
  mayChange: boolean;
};

function ViewForm({ view, csrf, change, mayShare, mayChange }: FormProps) {
  return (
    <ActionForm action={change} hidden={{ csrf, viewId: view.id }} inline>
      {mayChange ? <Rename view={view} /> : null}
      <Change view={view} as={view.isDefault ? "noDefault" : "makeDefault"} />
      {mayShare && mayChange ? <Change view={view} as={view.shared ? "unshare" : "share"} /> : null}
      {mayChange ? <Change view={view} as="remove" /> : null}
    </ActionForm>
  );
}

function ViewHead({ view }: { view: SavedView }) {
  const { views: said } = words().queue;
  return (
    <h2 className="mb-2 flex flex-wrap items-center gap-2 font-medium">
      <a className="link [overflow-wrap:anywhere]" href={`/queue?view=${view.id}`}>
        {view.name}
      </a>
      {view.isDefault ? <Badge tone="good">{said.isDefault}</Badge> : null}
      {view.shared ? <Badge>{said.isShared}</Badge> : null}
    </h2>
  );
}

/** Stands first in the form: Enter in the field does what the first button does. */
function Rename({ view }: { view: SavedView }) {
  const { views: said } = words().queue;
  return (
    <>
      <input
        name="name"
        defaultValue={view.name}
        aria-label={`${said.name}: ${view.name}`}
        maxLength={40}
        autoComplete="off"
        className="input w-48"
      />
      <Button name="change" value="rename" aria-label={`${said.rename}: ${view.name}`}>
        {said.rename}
      </Button>
    </>
  );
}

/** By its word in the catalogue, what the form posts. */
const CHANGES = {
  makeDefault: "default",
  noDefault: "no-default",
  share: "share",
  unshare: "unshare",
  remove: "remove",
} as const;

function Change({ view, as }: { view: SavedView; as: keyof typeof CHANGES }) {
  const label = words().queue.views[as];
  return (
    <Button
      name="change"
      value={CHANGES[as]}
      look={as === "remove" ? "danger" : "plain"}
      aria-label={`${label}: ${view.name}`}
    >
      {label}
    </Button>
  );
}

type RemovedProps = Pick<Props, "views" | "csrf" | "change"> & {
  /** The one removed just now, which the key for undo brings back. */
  lately: string | undefined;
};

/** Those removed of late, to be brought back. */
export function RemovedViews({ views, csrf, change, lately }: RemovedProps) {
  const { views: said } = words().queue;
  return (
    <ul className="flex flex-col gap-2">
      {views.map((view) => (
        <li key={view.id} className="flex flex-wrap items-center gap-3">
          <span className="[overflow-wrap:anywhere]">{view.name}</span>
          <ActionForm action={change} hidden={{ csrf, viewId: view.id, change: "restore" }} inline>
            <Button
              data-undo={view.id === lately ? true : undefined}
              aria-label={`${said.restore}: ${view.name}`}
            >
              {said.restore}
            </Button>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
