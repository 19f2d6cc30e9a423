import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { OutboxView } from "@/lib/cases/case.ts";

const WORDS: Record<OutboxView["state"], { label: string; tone: BadgeTone }> = {
  queued: { label: "Waiting to go", tone: "info" },
  sending: { label: "Going out now", tone: "info" },
  sent: { label: "Sent", tone: "good" },
  failed: { label: "Refused by the server", tone: "error" },
  unknown: { label: "We do not know whether it went", tone: "error" },
  cancelled: { label: "Stopped by you", tone: "plain" },
};

/** Where an approved letter is. A letter nobody can be sure of says so, and is never sent again by itself. */
export function OutboxState({ item }: { item: OutboxView }) {
  const look = WORDS[item.state];
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={look.tone}>{look.label}</Badge>
        <span>
          to <span className="font-medium">{item.to.join(", ")}</span>
        </span>
        {item.settledAt === null ? null : <UtcTime at={item.settledAt} />}
      </p>
      <p className="opacity-80">{item.subject}</p>
      {item.answer ? <p className="opacity-80">The server said: {item.answer}</p> : null}
      {item.copy?.folder ? <p className="opacity-80">A copy is in {item.copy.folder}.</p> : null}
      {item.copy?.problem ? <p>{item.copy.problem}</p> : null}
    </div>
  );
}
