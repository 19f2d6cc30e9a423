import type { Instant } from "../time/instant.ts";
import type { CaseLine, CaseState } from "./case.ts";
import { CLOSED_ELSEWHERE, KEPT_AS_HISTORY } from "./close-words.ts";

/**
 * answered: a letter of it left, or was submitted outside the desk. closed: done without an answer. history: came as old
 * mail; nothing was to be answered. open: neither yet.
 */
export type CaseOutcome = "open" | "answered" | "closed" | "history";
/** met: answered, or closed without an answer, by the deadline. pending: neither yet; late once its time has come. */
export type DeadlineOutcome = "without" | "met" | "missed" | "pending";

/** In the place of a relay's id, for a case that is about none of ours. */
export const NO_RELAY = "none";

/** What the reports count of a case. Days are counted from 1970-01-01 in UTC; `month` is 202603. */
export type CaseFact = {
  day: number;
  /** The Monday of its week. */
  week: number;
  month: number;
  type: string;
  verdict: string;
  port: number | null;
  /** Empty: it came straight. */
  provider: string;
  /** Lower case; empty: not known. */
  sender: string;
  mails: number;
  outcome: CaseOutcome;
  deadline: DeadlineOutcome;
  deadlineAt: Date | null;
  answerSeconds: number | null;
};

type Counted = {
  state: string;
  type: string;
  verdict: string;
  sealed: boolean;
  mergedIntoId: string | null;
  line: unknown;
  complaintCount: number;
  deadlineAt: Date | null;
  openedAt: Date;
  closedAt: Date | null;
};
/** An entry of the case's timeline of kind `sent` or `closed`. */
export type Settling = { kind: string; at: Date; data: unknown };

const DAY = 86_400_000;
/** The most a 32-bit column holds: 68 years. */
const MOST = 2_147_483_647;
/** They accuse nobody. What the authorities ask is counted by no report, sealed or not: see decision 008. */
const NOT_COUNTED = ["autoresponse_bounce", "other_not_complaint", "law_enforcement"];

/** The fact of a case, or null for one that no report counts: sealed, emptied into another, or accusing nobody. */
export function caseFact(row: Counted, settling: readonly Settling[]): CaseFact | null {
  if (row.sealed || row.mergedIntoId !== null || NOT_COUNTED.includes(row.type)) return null;
  const line = row.line as Partial<CaseLine>;
  const openedAt = row.openedAt.getTime();
  const settled = settledBy(row, settling);
  const isHistory = settled.outcome === "history";
  return {
    ...dated(openedAt),
    type: row.type,
    verdict: row.verdict,
    port: portOf(line.target ?? null),
    provider: line.forwardedBy?.trim() ?? "",
    sender: line.from?.includes("@") ? line.from.trim().toLowerCase() : "",
    mails: row.complaintCount,
    outcome: settled.outcome,
    deadline: isHistory ? "without" : deadlineOutcome(row.deadlineAt, settled.at),
    deadlineAt: isHistory ? null : row.deadlineAt,
    answerSeconds: settled.outcome === "answered" ? seconds(openedAt, settled.at) : null,
  };
}

/** Day, week and month of a moment, as the reports group by them. */
export function dated(at: Instant): Pick<CaseFact, "day" | "week" | "month"> {
  const day = Math.floor(at / DAY);
  const date = new Date(at);
  return { day, week: mondayOf(day), month: date.getUTCFullYear() * 100 + date.getUTCMonth() + 1 };
}

/** 1970-01-01 was a Thursday. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

function settledBy(
  { state, closedAt }: Counted,
  settling: readonly Settling[],
): { outcome: CaseOutcome; at: Instant | null } {
  if (settling.some((entry) => reasonOf(entry) === KEPT_AS_HISTORY))
    return { outcome: "history", at: null };
  const answers = settling.filter(isAnswer).map(({ at }) => at.getTime());
  if (answers.length > 0) return { outcome: "answered", at: Math.min(...answers) };
  if ((state as CaseState) !== "done") return { outcome: "open", at: null };
  return { outcome: "closed", at: closedAt?.getTime() ?? null };
}

function isAnswer(entry: Settling): boolean {
  return entry.kind === "sent" || (reasonOf(entry)?.startsWith(CLOSED_ELSEWHERE) ?? false);
}

function reasonOf({ kind, data }: Settling): string | null {
  const reason = kind === "closed" ? (data as { reason?: unknown } | null)?.reason : null;
  return typeof reason === "string" ? reason : null;
}

function deadlineOutcome(deadlineAt: Date | null, settledAt: Instant | null): DeadlineOutcome {
  if (deadlineAt === null) return "without";
  if (settledAt === null) return "pending";
  return settledAt <= deadlineAt.getTime() ? "met" : "missed";
}

/** A mail's date can lie ahead of the answer to it: then no time had passed. */
function seconds(from: Instant, to: Instant | null): number | null {
  return to === null ? null : Math.min(Math.max(Math.round((to - from) / 1000), 0), MOST);
}

/** Of `203.0.113.9:22`, `[2001:db8::9]:22`, `:22`; an IPv6 address without brackets ends in digits too. */
function portOf(target: string | null): number | null {
  const port = /^(?:\[[^\]]*\]|[^:[\]]*):(\d{1,5})$/.exec(target ?? "")?.[1];
  return port === undefined ? null : Number(port);
}
