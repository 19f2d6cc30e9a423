import { VERDICT_LOOKS } from "@/components/case/verdict-chip.tsx";
import type { BadgeTone } from "@/components/ui/badge.tsx";
import { timeLeft } from "@/components/ui/time-left.tsx";
import { readersTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { LetterState, QueueRow } from "@/lib/cases/case.ts";

/** A short word in a frame, and a sign before it that only repeats it. */
export type Chip = [tone: BadgeTone, text: string, sign?: string];
/** A sentence with `{when}` in it, the moment in seconds, and the reader's own clock then. */
export type Moment = [sentence: string, seconds: number, local?: string];

/** What stands in a row of the queue, in the reader's words. It goes to the browser, so it is short. */
export type ShownRow = {
  id: string;
  ref: string;
  title: string;
  about: string;
  moments: Moment[];
  chips: Chip[];
  /** Others alike may be answered with it. */
  alike?: true;
};

const TONES: Record<LetterState, BadgeTone> = {
  none: "plain",
  queued: "info",
  sent: "good",
  failed: "error",
  unknown: "error",
  returned: "warning",
};

/** One case: what kind, since when, from whom, about which of our addresses, what it came to. */
export function shownRow(item: QueueRow, now: number): ShownRow {
  return {
    id: item.id,
    ref: item.ref,
    title: item.title,
    about: underline(item),
    moments: moments(item),
    chips: chips(item, now),
    ...(canHaveAlike(item) ? { alike: true } : {}),
  };
}

function moments(item: QueueRow): Moment[] {
  const { times, came, happened, due } = words().queue.row;
  const first = item.complaints > 1 ? fill(times, { count: item.complaints }) : came;
  const told: [string, number | null | undefined][] = [
    [first, item.lastMailAt],
    [happened, item.eventAt],
    [due, item.deadlineAt],
  ];
  return told.flatMap(([sentence, at]): Moment[] => {
    if (at === null || at === undefined) return [];
    const local = readersTime(at);
    const seconds = Math.floor(at / 1000);
    return [local === null ? [sentence, seconds] : [sentence, seconds, local]];
  });
}

function chips(item: QueueRow, now: number): Chip[] {
  const { row: said, sealed } = words().queue;
  const { tone, sign } = VERDICT_LOOKS[item.verdict];
  const left = item.deadlineAt === null ? null : timeLeft(item.deadlineAt, now);
  const all: (Chip | false)[] = [
    left !== null && [left.tone, left.text],
    ["plain", words().types[item.type]],
    [tone, words().verdicts[item.verdict], sign],
    item.sealed && ["error", sealed],
    item.asksAgain && ["warning", said.asksAgain],
    item.letterState !== "none" && [TONES[item.letterState], said.letters[item.letterState]],
    [item.decision === "ready" ? "good" : "plain", stands(item)],
  ];
  return all.filter((chip) => chip !== false);
}

function stands({ state, decision, route }: QueueRow): string {
  if (state !== "open") return words().states[state];
  return decision === "ready" && route === "none"
    ? words().noAnswerNeeded
    : words().decisions[decision];
}

/** What one read letter may never stand for has no such link; the page behind it looks closer. */
function canHaveAlike({ state, decision, route, sealed }: QueueRow): boolean {
  return state === "open" && decision === "ready" && route !== "none" && !sealed;
}

/** `marigold 192.0.2.10 → 203.0.113.7:22 · Cert via Hetzner · ticket A1B2C3` */
function underline(item: QueueRow): string {
  const { via, row } = words().queue;
  const ours = [item.relay, item.ip].filter(Boolean).join(" ");
  const path = [ours, item.target].filter(Boolean).join(" → ");
  const who = item.forwardedBy
    ? fill(via, { from: item.from, forwardedBy: item.forwardedBy })
    : item.from;
  const ticket = item.ticket ? fill(row.ticket, { ticket: item.ticket }) : "";
  return [path, who, ticket].filter(Boolean).join(" · ");
}
