import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { Mitigation, MitigationState } from "@/lib/cases/mitigation.ts";

const TONES: Record<MitigationState, BadgeTone> = {
  proposed: "plain",
  active: "good",
  expired: "plain",
  removed: "plain",
};
const NAMES: Record<MitigationState, string> = {
  proposed: "proposed, not in force",
  active: "in force",
  expired: "its time is over",
  removed: "ended",
};

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
        {one.relays.length === 0 ? "All relays" : one.relays.join(", ")}, until{" "}
        <UtcTime at={one.expiresAt} />
        {one.caseId ? (
          <>
            , for case <a href={`/cases/${one.caseId}`}>{one.caseRef}</a>
          </>
        ) : null}
      </p>
      {one.mustComeOut ? (
        <p className="text-sm font-medium">
          {one.how === "control"
            ? "The desk keeps trying to take the lines out."
            : "Take the lines out of the torrc now."}
        </p>
      ) : null}
      {one.problem ? <p className="text-sm">{one.problem}</p> : null}
    </li>
  );
}

/** In a word or two. */
export function stateText(one: Mitigation): string {
  if (one.state === "active" && one.from === null) return "not confirmed";
  if (one.state === "active" && one.how === "control") return "in force, through the control port";
  if (one.state === "active") return "in force, by hand";
  return NAMES[one.state];
}
