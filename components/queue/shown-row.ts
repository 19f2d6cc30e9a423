import { VERDICT_LOOKS } from "@/components/case/verdict-chip.tsx";
import type { BadgeTone } from "@/components/ui/badge.tsx";
import { timeLeft } from "@/components/ui/time-left.tsx";
import { readersTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { LetterState, QueueRow } from "@/lib/cases/case.ts";

/** A short word in a frame, and a sign before it that only repeats it. */
export type Chip = [tone: BadgeTone, text: string, sign?: string];
/** Which sentence, the moment in seconds (of the first since 1970, of the others from the first), and the reader's own clock. */
export type Moment = [sentence: number, seconds: number, local?: string];

/** Rows of the queue in the reader's words. They go to the browser, so what many rows say is said once. */
export type ShownRows = {
  rows: ShownRow[];
  /** Each with `{when}` in it. */
  sentences: string[];
  chips: Chip[];
};

/** `chips`: which ones of all. */
export type ShownRow = {
  id: string;
  title: string;
  about: string;
  moments: Moment[];
  chips: number[];
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

/** Of each case: what kind, since when, from whom, about which of our addresses, what it came to. */
export function shownRows(items: readonly QueueRow[], now: number): ShownRows {
  const sentences = new Map<string, number>();
  const known = new Map<string, number>();
  const rows = items.map((item) => ({
    ...plainRow(item),
    moments: moments(item).map(([sentence, at], place, [first]) =>
      moment(numberOf(sentences, sentence), at, place === 0 ? 0 : (first?.[1] ?? 0)),
    ),
    chips: chips(item, now).map((chip) => numberOf(known, JSON.stringify(chip))),
  }));
  return {
    rows,
    sentences: [...sentences.keys()],
    chips: [...known.keys()].map((chip) => JSON.parse(chip)),
  };
}

/** Its place among those that were said already, the last if it was not. */
function numberOf(said: Map<string, number>, what: string): number {
  const known = said.get(what);
  if (known !== undefined) return known;
  said.set(what, said.size);
  return said.size - 1;
}

function plainRow(item: QueueRow): Omit<ShownRow, "moments" | "chips"> {
  return {
    id: item.id,
    title: item.title,
    about: underline(item),
    ...(canHaveAlike(item) ? { alike: true } : {}),
  };
}

function moment(sentence: number, at: number, from: number): Moment {
  const local = readersTime(at);
  const seconds = Math.floor(at / 1000) - Math.floor(from / 1000);
  return local === null ? [sentence, seconds] : [sentence, seconds, local];
}

function moments(item: QueueRow): [sentence: string, at: number][] {
  const { times, came, happened, due } = words().queue.row;
  const first = item.complaints > 1 ? fill(times, { count: item.complaints }) : came;
  const told: [string, number | null | undefined][] = [
    [first, item.lastMailAt],
    [happened, item.eventAt],
    [due, item.deadlineAt],
  ];
  return told.flatMap(([sentence, at]): [string, number][] =>
    at === null || at === undefined ? [] : [[sentence, at]],
  );
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
