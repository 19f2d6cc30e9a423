import { Badge } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
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
          {rich(words().relays.fromToPolicy, {
            when: <UtcTime at={policy.from} />,
            policy: policy.to === null ? words().relays.now : <UtcTime at={policy.to} />,
          })}
        </span>
        {flaw === null && !version.isExit ? <Badge>{words().relays.letsNothingOut}</Badge> : null}
      </h3>
      <p className="opacity-80">
        {rich(words().relays.policySource, {
          source: policy.source,
          age: <Age at={lastSeen(policy)} now={now} />,
          when: <UtcTime at={policy.learnedAt} />,
        })}
      </p>
      {change === null ? (
        <p className="mt-1">{words().relays.firstPolicy}</p>
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
            {rich(words().relays.forMost, {
              code: <code>{summaries.ip4}</code>,
              codeb: <code>{summaries.ip6}</code>,
            })}
          </p>
        </div>
      ) : (
        <p className="mt-2">{rich(words().relays.torRefuses, { flaw })}</p>
      )}
      <div className="mt-1 mb-1">
        <Lines
          lines={policy.lines}
          name={`As ${policy.form === "torrc" ? "the torrc" : "the descriptor"} has it: ${counted(policy.lines, "line")}`}
          isOpen={isOpen && effective.length === 0}
          href={href}
        />
      </div>
      <StrikeForm
        striking={striking}
        kind="policy"
        from={policy.from}
        what={fill(words().relays.policyNumber, { number })}
      />
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
        {name}. <a href={href}>{words().relays.showThem}</a>
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
