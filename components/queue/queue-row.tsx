import Link from "next/link";
import { VerdictChip } from "@/components/case/verdict-chip.tsx";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { TimeLeft } from "@/components/ui/time-left.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { LetterState, QueueRow as Row } from "@/lib/cases/case.ts";

const TONES: Record<LetterState, BadgeTone> = {
  none: "plain",
  queued: "info",
  sent: "good",
  failed: "error",
  unknown: "error",
  returned: "warning",
};

/**
 * One case: what kind, since when, from whom, about which of our addresses, what it came to. Looks are in `QueueList`, once
 * for all rows. `chosen` null: nothing can be chosen here.
 */
export function QueueRow({
  item,
  now,
  chosen,
}: {
  item: Row;
  now: number;
  chosen: boolean | null;
}) {
  const { row: said } = words().queue;
  return (
    <li>
      {chosen === null ? null : (
        <input
          type="checkbox"
          name="case"
          value={item.id}
          defaultChecked={chosen}
          aria-label={fill(said.choose, { title: `${item.title} (${item.ref})` })}
        />
      )}
      <div>
        <Link href={`/cases/${item.id}`} prefetch={false} data-row>
          {item.title}
        </Link>
        <p>{underline(item)}</p>
        <p>
          <Moments item={item} />
        </p>
      </div>
      <div>
        {item.deadlineAt === null ? null : <TimeLeft deadline={item.deadlineAt} now={now} />}
        <Badge>{words().types[item.type]}</Badge>
        <VerdictChip verdict={item.verdict} />
        {item.sealed ? <Badge tone="error">{words().queue.sealed}</Badge> : null}
        {item.asksAgain ? <Badge tone="warning">{said.asksAgain}</Badge> : null}
        {item.letterState === "none" ? null : (
          <Badge tone={TONES[item.letterState]}>{said.letters[item.letterState]}</Badge>
        )}
        <Badge tone={item.decision === "ready" ? "good" : "plain"}>{stands(item)}</Badge>
        {canHaveAlike(item) ? (
          <Link href={`/queue/alike/${item.id}`} prefetch={false} data-select-alike>
            {said.alike}
          </Link>
        ) : null}
      </div>
    </li>
  );
}

function Moments({ item }: { item: Row }) {
  const { row: said } = words().queue;
  const last = item.lastMailAt;
  return (
    <>
      {item.complaints > 1
        ? rich(said.times, { count: item.complaints, when: <UtcTime at={last} /> })
        : rich(said.came, { when: <UtcTime at={last} /> })}
      {item.eventAt === null || item.eventAt === undefined ? null : (
        <> · {rich(said.happened, { when: <UtcTime at={item.eventAt} /> })}</>
      )}
      {item.deadlineAt === null ? null : (
        <> · {rich(said.due, { when: <UtcTime at={item.deadlineAt} /> })}</>
      )}
    </>
  );
}

function stands({ state, decision, route }: Row): string {
  if (state !== "open") return words().states[state];
  return decision === "ready" && route === "none"
    ? words().noAnswerNeeded
    : words().decisions[decision];
}

/** What one read letter may never stand for has no such link; the page behind it looks closer. */
function canHaveAlike({ state, decision, route, sealed }: Row): boolean {
  return state === "open" && decision === "ready" && route !== "none" && !sealed;
}

/** `marigold 192.0.2.10 → 203.0.113.7:22 · Cert via Hetzner · ticket A1B2C3` */
function underline(item: Row): string {
  const { via, row } = words().queue;
  const ours = [item.relay, item.ip].filter(Boolean).join(" ");
  const path = [ours, item.target].filter(Boolean).join(" → ");
  const who = item.forwardedBy
    ? fill(via, { from: item.from, forwardedBy: item.forwardedBy })
    : item.from;
  const ticket = item.ticket ? fill(row.ticket, { ticket: item.ticket }) : "";
  return [path, who, ticket].filter(Boolean).join(" · ");
}
