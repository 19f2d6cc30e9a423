import { SCROLLS } from "@/components/ui/scrolls.ts";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
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
      <p>{sameEffect ? fill(words().relays.sameAs, { since }) : effect(ports, since)}</p>
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
          name={fill(words().relays.addedRemoved, {
            added: count(diff, "added"),
            removed: count(diff, "removed"),
            since,
            across: acrossForms ? words().relays.acrossForms : "",
          })}
          isOpen={isOpen}
          href={href}
        />
      )}
    </div>
  );
}

function effect(ports: PortChanges[], since: number): string {
  if (ports.length === 0) return fill(words().relays.cannotSay, { since });
  const touched = ports.some(({ opened, closed }) => opened.length + closed.length > 0);
  return touched
    ? fill(words().relays.sinceMost, { since })
    : fill(words().relays.noPortSince, { since });
}

function Ports({ changes, what }: { changes: PortChanges; what: "opened" | "closed" }) {
  const list = changes[what];
  if (list.length === 0) return null;
  const more = list.length - MOST_PORTS;
  return (
    <li>
      {rich(what === "opened" ? words().relays.newlyOpen : words().relays.newlyClosed, {
        family: changes.family,
        ports: <strong className="font-semibold">{list.slice(0, MOST_PORTS).join(", ")}</strong>,
        more: more > 0 ? fill(words().relays.andMoreNames, { more }) : "",
        cut: changes.whole ? "" : words().relays.cut,
      })}
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
        {name}. <a href={href}>{words().relays.showThem}</a>
      </p>
    );
  return (
    <details className="mt-1" open={isOpen || diff.length <= FEW_LINES}>
      <summary className="cursor-pointer">{name}</summary>
      <ul
        {...SCROLLS}
        className="mono my-1 max-h-80 overflow-auto rounded-field bg-base-200 px-3 py-2 text-[0.8125rem]"
      >
        {diff.slice(0, MOST_LINES).map(({ change, text }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and a line may stand twice.
            key={index}
            className={`break-all ${change === "added" ? "text-success" : "text-error"}`}
          >
            <span aria-hidden="true">{change === "added" ? "+ " : "− "}</span>
            <span className="sr-only">
              {change === "added" ? words().relays.added : words().relays.removed}:{" "}
            </span>
            {text}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{rich(words().relays.moreLines, { more })}</p> : null}
    </details>
  );
}

function count(diff: readonly DiffLine[], change: DiffLine["change"]): number {
  return diff.filter((line) => line.change === change).length;
}
