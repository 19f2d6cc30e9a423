import Link from "next/link";
import { VerdictChip } from "@/components/case/verdict-chip.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { TimeLeft } from "@/components/ui/time-left.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { QueueItem } from "./queue-list.tsx";

/** One case in one line; on a narrow screen the parts stack. */
export function QueueRow({ item, now }: { item: QueueItem; now: number }) {
  return (
    <li className="relative grid gap-x-4 gap-y-1 px-3 py-2 focus-within:bg-base-200 hover:bg-base-200 lg:grid-cols-[8rem_11rem_13rem_1fr_auto] lg:items-center">
      <span className="flex flex-wrap gap-1">
        {item.deadlineAt === null ? (
          <span className="text-xs opacity-80">no deadline</span>
        ) : (
          <TimeLeft deadline={item.deadlineAt} now={now} />
        )}
      </span>
      <span className="flex flex-wrap items-center gap-1 text-sm font-medium">
        {words.types[item.type]}
        {item.complaints > 1 ? <Badge>×{item.complaints}</Badge> : null}
      </span>
      <span>
        <VerdictChip verdict={item.verdict} />
      </span>
      <span className="min-w-0">
        <Link
          href={`/cases/${item.id}`}
          prefetch={false}
          data-row
          className="block truncate font-medium after:absolute after:inset-0 hover:underline"
        >
          {item.title || "(no subject)"}
        </Link>
        <span className="block truncate text-sm opacity-80">
          {item.target === null ? item.from : `${item.target} · ${item.from}`}
        </span>
      </span>
      <span className="flex items-center gap-3 text-sm lg:justify-end">
        <Badge tone={item.decision === "ready" ? "good" : "plain"}>
          {decisionWords(item.decision)}
        </Badge>
        <UtcTime at={item.receivedAt} />
      </span>
    </li>
  );
}

function decisionWords(decision: string): string {
  return words.decisions[decision as keyof typeof words.decisions] ?? decision;
}
