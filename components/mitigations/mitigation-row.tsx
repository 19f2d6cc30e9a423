import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Mitigation, MitigationState } from "@/lib/cases/mitigation.ts";

const TONES: Record<MitigationState, BadgeTone> = {
  proposed: "plain",
  active: "good",
  expired: "plain",
  removed: "plain",
};
function names(): Record<MitigationState, string> {
  return {
    proposed: words().mitigations.proposed,
    active: words().mitigations.inForce,
    expired: words().mitigations.timeOver,
    removed: words().mitigations.ended,
  };
}

/** One mitigation in a list: its lines, where, until when, and what is to be done about it. */
export function MitigationRow({ one }: { one: Mitigation }) {
  return (
    <li className="flex flex-col gap-1 border-base-300 border-b py-2 last:border-b-0">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={one.mustComeOut ? "warning" : TONES[one.state]}>{stateText(one)}</Badge>
        <a
          className="link min-w-0 font-mono text-sm [overflow-wrap:anywhere]"
          href={`/mitigations/${one.id}`}
        >
          {one.lines.join(", ")}
        </a>
      </p>
      <p className="text-sm">
        {rich(words().mitigations.until, {
          one: one.relays.length === 0 ? words().mitigations.allRelays : one.relays.join(", "),
          when: <UtcTime at={one.expiresAt} />,
          oneb: one.caseId
            ? rich(words().mitigations.forCase, {
                link: <a href={`/cases/${one.caseId}`}>{one.caseRef}</a>,
              })
            : null,
        })}
      </p>
      {one.mustComeOut ? (
        <p className="text-sm font-medium">
          {one.how === "control" ? words().mitigations.keepsTrying : words().mitigations.takeOutNow}
        </p>
      ) : null}
      {one.problem ? <p className="text-sm">{one.problem}</p> : null}
    </li>
  );
}

/** In a word or two. */
export function stateText(one: Mitigation): string {
  if (one.state === "active" && one.from === null) return words().mitigations.notConfirmed;
  if (one.state === "active" && one.how === "control") return words().mitigations.byControl;
  if (one.state === "active") return words().mitigations.byHand;
  return names()[one.state];
}
