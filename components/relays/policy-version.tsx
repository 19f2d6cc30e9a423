import { Badge } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { lastSeen } from "@/lib/relays/last-seen-view.ts";
import type { PolicyVersion as Version } from "@/lib/relays/policy-versions-view.ts";
import { Age } from "./age.tsx";
import { NumberedLines } from "./numbered-lines.tsx";
import { PolicyChange } from "./policy-change.tsx";
import { StrikeForm, type Striking } from "./strike-form.tsx";

type Props = { version: Version; now: number; isNewest: boolean; striking: Striking };

/** One exit policy: when it was in force, what it changed, and every rule with its number. */
export function PolicyVersion({ version, now, isNewest, striking }: Props) {
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
        {policy.source}, last so <Age at={lastSeen(policy)} now={now} />, learnt{" "}
        <UtcTime at={policy.learnedAt} />
      </p>
      {change === null ? (
        <p className="mt-1">The first policy known.</p>
      ) : (
        <PolicyChange change={change} />
      )}
      {flaw === null ? (
        <details className="mt-2" open={isNewest && effective.length <= 12}>
          <summary className="cursor-pointer">
            In force: {effective.length} {effective.length === 1 ? "rule" : "rules"}, first match
            wins
          </summary>
          <NumberedLines lines={effective} />
          <p className="mt-1 break-all opacity-80">
            For most addresses: IPv4 <code>{summaries.ip4}</code>, IPv6 <code>{summaries.ip6}</code>
          </p>
        </details>
      ) : (
        <p className="mt-2">tor would refuse it: {flaw}</p>
      )}
      <details className="mt-1">
        <summary className="cursor-pointer">
          As {policy.form === "torrc" ? "the torrc" : "the descriptor"} has it:{" "}
          {policy.lines.length} {policy.lines.length === 1 ? "line" : "lines"}
        </summary>
        <NumberedLines lines={policy.lines} />
      </details>
      <StrikeForm striking={striking} kind="policy" from={policy.from} what={`policy v${number}`} />
    </article>
  );
}
