import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { OutboxView } from "@/lib/cases/case.ts";

const TONES: Record<OutboxView["state"], BadgeTone> = {
  queued: "info",
  sending: "info",
  sent: "good",
  failed: "error",
  unknown: "error",
  cancelled: "plain",
};

/** Where an approved letter is. A letter nobody can be sure of says so, and is never sent again by itself. */
export function OutboxState({ item }: { item: OutboxView }) {
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={TONES[item.state]}>{words().casePage.outbox[item.state]}</Badge>
        <span>
          {rich(words().casePage.toWhom, {
            span: <span className="font-medium">{item.to.join(", ")}</span>,
          })}
        </span>
        {item.settledAt === null ? null : <UtcTime at={item.settledAt} />}
      </p>
      <p className="opacity-80">{item.subject}</p>
      {item.answer ? (
        <p className="opacity-80">{rich(words().casePage.serverSaid, { answer: item.answer })}</p>
      ) : null}
      {item.copy?.folder ? (
        <p className="opacity-80">{rich(words().casePage.copyIn, { folder: item.copy.folder })}</p>
      ) : null}
      {item.copy?.problem ? <p>{item.copy.problem}</p> : null}
    </div>
  );
}
