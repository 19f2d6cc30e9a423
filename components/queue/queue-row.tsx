import Link from "next/link";
import { VerdictChip } from "@/components/case/verdict-chip.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { TimeLeft } from "@/components/ui/time-left.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { QueueRow as Row } from "@/lib/cases/case.ts";

/** One case in one line; on a narrow screen the parts stack. */
export function QueueRow({ item, now }: { item: Row; now: number }) {
  return (
    <li className="relative grid gap-x-4 gap-y-1 px-3 py-2 focus-within:bg-base-200 hover:bg-base-200 lg:grid-cols-[8rem_12rem_13rem_1fr_auto] lg:items-center">
      <span>
        {item.deadlineAt === null ? (
          <span className="text-xs opacity-80">{words().queue.noDeadline}</span>
        ) : (
          <TimeLeft deadline={item.deadlineAt} now={now} />
        )}
      </span>
      <span className="flex flex-wrap items-center gap-1 text-sm font-medium">
        {words().types[item.type]}
        {item.complaints > 1 ? <Badge>×{item.complaints}</Badge> : null}
        {item.sealed ? <Badge tone="error">{words().queue.sealed}</Badge> : null}
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
          {item.title}
        </Link>
        <span className="block truncate text-sm opacity-80">{underline(item)}</span>
      </span>
      <span className="flex items-center gap-3 text-sm lg:justify-end">
        <Badge tone={item.decision === "ready" ? "good" : "plain"}>
          {item.decision === "ready" && item.route === "none"
            ? words().noAnswerNeeded
            : words().decisions[item.decision]}
        </Badge>
        <UtcTime at={item.openedAt} />
      </span>
    </li>
  );
}

/** `marigold 192.0.2.10 → 203.0.113.7:22 · from Cert via Hetzner` */
function underline(item: Row): string {
  const ours = [item.relay, item.ip].filter(Boolean).join(" ");
  const path = [ours, item.target].filter(Boolean).join(" → ");
  const who = item.forwardedBy
    ? fill(words().queue.via, { from: item.from, forwardedBy: item.forwardedBy })
    : item.from;
  return [path, who].filter(Boolean).join(" · ");
}
