import type { DiffLine } from "@/lib/relays/line-diff-view.ts";
import type { PolicyChange as Change } from "@/lib/relays/policy-versions-view.ts";
import type { PortChanges } from "@/lib/relays/port-changes-view.ts";

/** So few stand open at once; so many more are shown for one version at a time. */
const FEW_LINES = 12;
const SOME_LINES = 40;
const MOST_LINES = 400;
const MOST_PORTS = 40;

type Props = {
  change: Change;
  isOpen: boolean;
  /** Where all its lines are shown. */
  href: string;
};

/** What one version changed against the one before it: in effect first, then word by word. */
export function PolicyChange({ change, isOpen, href }: Props) {
  const { since, diff, acrossForms, ports, sameEffect } = change;
  return (
    <div className="mt-1">
      <p>{sameEffect ? `In effect the same as v${since}.` : effect(ports, since)}</p>
      {sameEffect ? null : (
        <ul className="list-disc pl-5">
          {ports.flatMap((family) => [
            <Ports key={`o${family.family}`} changes={family} what="opened" />,
            <Ports key={`c${family.family}`} changes={family} what="closed" />,
          ])}
        </ul>
      )}
      {diff.length === 0 ? null : (
        <Diff
          diff={diff}
          name={`${count(diff, "added")} added, ${count(diff, "removed")} removed since v${since}${acrossForms ? ", IPv4 rules as they are in force" : ""}`}
          isOpen={isOpen}
          href={href}
        />
      )}
    </div>
  );
}

function effect(ports: PortChanges[], since: number): string {
  if (ports.length === 0) return `What it changed in effect since v${since} cannot be said.`;
  const touched = ports.some(({ opened, closed }) => opened.length + closed.length > 0);
  return touched
    ? `Since v${since}, for most addresses:`
    : `No port opened or closed for most addresses since v${since}; rules for some did change.`;
}

function Ports({ changes, what }: { changes: PortChanges; what: "opened" | "closed" }) {
  const list = changes[what];
  if (list.length === 0) return null;
  const more = list.length - MOST_PORTS;
  return (
    <li>
      newly {what === "opened" ? "open" : "closed"} (IPv{changes.family}):{" "}
      <strong className="font-semibold">{list.slice(0, MOST_PORTS).join(", ")}</strong>
      {more > 0 ? ` and ${more} more` : ""}
      {changes.whole ? "" : " (tor cuts so long a list; there may be more)"}
    </li>
  );
}

function Diff({
  diff,
  name,
  isOpen,
  href,
}: {
  diff: DiffLine[];
  name: string;
  isOpen: boolean;
  href: string;
}) {
  const more = diff.length - MOST_LINES;
  if (diff.length > SOME_LINES && !isOpen)
    return (
      <p className="mt-1">
        {name}. <a href={href}>Show them</a>
      </p>
    );
  return (
    <details className="mt-1" open={isOpen || diff.length <= FEW_LINES}>
      <summary className="cursor-pointer">{name}</summary>
      <ul className="mono my-1 max-h-80 overflow-auto rounded-field bg-base-200 px-3 py-2 text-[0.8125rem]">
        {diff.slice(0, MOST_LINES).map(({ change, text }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and a line may stand twice.
            key={index}
            className={`break-all ${change === "added" ? "text-success" : "text-error"}`}
          >
            <span aria-hidden="true">{change === "added" ? "+ " : "− "}</span>
            <span className="sr-only">{change}: </span>
            {text}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>and {more} more lines.</p> : null}
    </details>
  );
}

function count(diff: readonly DiffLine[], change: DiffLine["change"]): number {
  return diff.filter((line) => line.change === change).length;
}
