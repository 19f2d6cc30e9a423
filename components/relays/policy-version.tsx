import { Badge } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { lastSeen } from "@/lib/relays/last-seen-view.ts";
import type { PolicyVersion as Version } from "@/lib/relays/policy-versions-view.ts";
import { Age } from "./age.tsx";
import { NumberedLines } from "./numbered-lines.tsx";
import { PolicyChange } from "./policy-change.tsx";
import { StrikeForm, type Striking } from "./strike-form.tsx";

/** Longer policies are shown one at a time: a page with thirty of them would be megabytes. */
const SHORT = 40;

type Props = {
  version: Version;
  now: number;
  isOpen: boolean;
  /** Where this version stands with all its lines. */
  href: string;
  striking: Striking;
};

/** One exit policy: when it was in force, what it changed, and every rule with its number. */
export function PolicyVersion({ version, now, isOpen, href, striking }: Props) {
  const { number, policy, effective, flaw, change, summaries } = version;
  return (
    <article className="border-l-4 border-accent pl-3 text-sm">
      <h3 className="flex flex-wrap items-center gap-x-2 font-semibold">
        v{number}
        <span className="font-normal">
          <UtcTime at={policy.from} /> to {policy.to === null ? "now" : <UtcTime at={policy.to} />}
        </span>
        {flaw === null && !version.isExit ? <Badge>lets nothing out</Badge> : null}
      </h3>
      <p className="opacity-80">
        {policy.source}, last confirmed <Age at={lastSeen(policy)} now={now} />, learnt{" "}
        <UtcTime at={policy.learnedAt} />
      </p>
      {change === null ? (
        <p className="mt-1">The first policy known.</p>
      ) : (
        <PolicyChange change={change} isOpen={isOpen} href={href} />
      )}
      {flaw === null ? (
        <div className="mt-2">
          <Lines
            lines={effective}
            name={`In force: ${counted(effective, "rule")}, first match wins`}
            isOpen={isOpen}
            href={href}
          />
          <p className="mt-1 break-all opacity-80">
            For most addresses: IPv4 <code>{summaries.ip4}</code>, IPv6 <code>{summaries.ip6}</code>
          </p>
        </div>
      ) : (
        <p className="mt-2">tor would refuse it: {flaw}</p>
      )}
      <div className="mt-1 mb-1">
        <Lines
          lines={policy.lines}
          name={`As ${policy.form === "torrc" ? "the torrc" : "the descriptor"} has it: ${counted(policy.lines, "line")}`}
          isOpen={isOpen && effective.length === 0}
          href={href}
        />
      </div>
      <StrikeForm striking={striking} kind="policy" from={policy.from} what={`policy v${number}`} />
    </article>
  );
}

function Lines({
  lines,
  name,
  isOpen,
  href,
}: {
  lines: readonly string[];
  name: string;
  isOpen: boolean;
  href: string;
}) {
  if (lines.length > SHORT && !isOpen)
    return (
      <p>
        {name}. <a href={href}>Show them</a>
      </p>
    );
  return (
    <details open={isOpen}>
      <summary className="cursor-pointer">{name}</summary>
      <NumberedLines lines={lines} />
    </details>
  );
}

function counted(lines: readonly string[], word: string): string {
  return lines.length === 1 ? `1 ${word}` : `${lines.length} ${word}s`;
}
