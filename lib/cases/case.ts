import type { ComplaintType } from "../classify/classification.ts";
import type { FactChange } from "../complaints/fact-change.ts";
import type { Audience, Route } from "../drafting/draft.ts";
import type { Verdict } from "../evidence/verdict.ts";
import type { SenderCheck } from "../mail/sender-check.ts";
import type { Instant } from "../time/instant.ts";
import type { Proposal } from "./proposal.ts";
import type { StoredTriage } from "./stored-triage.ts";
import type { TimelineData } from "./timeline-data.ts";

/** open: the operator's turn; waiting: an answer is on its way or out; done: closed. */
export type CaseState = "open" | "waiting" | "done";
/** What the operator has to decide next. `counsel`: never with one key. */
export type Decision = "ready" | "needs_fact" | "unsorted" | "counsel";

/** What a queue row says about the complaint; kept on the case so that a list opens no complaint. */
export type CaseLine = {
  /** Who complains, and who passed it on (null: came straight). */
  from: string;
  forwardedBy: string | null;
  /** Our address the newest complaint accuses, and the relay that held it then, as far as known. */
  ip: string | null;
  relay: string | null;
  /** `203.0.113.9:22`, `203.0.113.9`, `:22`; null when the complaint names no target. */
  target: string | null;
  /** The first event, null when no instant can be claimed. */
  eventAt: Instant | null;
  /** The provider's ticket, else the first reference the complaint names. Not there in cases older than the field. */
  ticket?: string | null;
  /** The evidence in one sentence. */
  summary: string;
};

/** What became of the newest letter of a case. `returned`: it was sent and came back. */
export type LetterState = "none" | "queued" | "sent" | "failed" | "unknown" | "returned";

export type QueueRow = CaseLine & {
  id: string;
  ref: string;
  title: string;
  type: ComplaintType;
  confidence: number;
  verdict: Verdict;
  route: Route;
  state: CaseState;
  decision: Decision;
  sealed: boolean;
  /** Rises with each change: what a bulk names to be sure. */
  version: number;
  /** Repeats included. */
  complaints: number;
  /** When the newest of them came. */
  lastMailAt: Instant;
  letterState: LetterState;
  /** Mail that wants something came after our answer. */
  asksAgain: boolean;
  deadlineAt: Instant | null;
  openedAt: Instant;
  closedAt: Instant | null;
};

/** One incoming message of a case, as the page shows it. */
export type ComplaintView = {
  id: string;
  receivedAt: Instant;
  from: string;
  subject: string;
  language: string;
  rawSha256: string;
  rawSize: number;
  triage: StoredTriage;
  /** Null: it came before the desk asked. */
  sender: SenderCheck | null;
  /** Oldest first; those taken back included. */
  corrections: CorrectionView[];
};

/** What a person said of one fact. */
export type CorrectionView = {
  id: string;
  change: FactChange;
  at: Instant;
  /** Logins; `undoneBy` null: it holds. */
  by: string;
  undoneBy: string | null;
};

export type DraftView = {
  id: string;
  audience: Audience;
  template: string;
  language: string;
  to: string[];
  subject: string;
  text: string;
  gaps: string[];
  edited: boolean;
  version: number;
  sentAt: Instant | null;
  /** What the desk would write by now, when the facts changed after the operator edited the letter. */
  newer: Proposal | null;
  /** The outbox row of this draft that is not cancelled, newest first. */
  delivery: OutboxView | null;
};

export type OutboxState = "queued" | "sending" | "sent" | "failed" | "unknown" | "cancelled";

export type OutboxView = {
  id: string;
  draftId: string;
  state: OutboxState;
  to: string[];
  subject: string;
  text: string;
  messageId: string;
  /** End of the undo window, or the next try. */
  notBefore: Instant;
  answer: string | null;
  approvedBy: string;
  createdAt: Instant;
  settledAt: Instant | null;
  /** Its copy in the Sent folder: where it is, or why it is not there yet. */
  copy: { folder: string | null; problem: string | null } | null;
};

export type TimelineKind =
  | "opened"
  | "complaint"
  | "drafted"
  | "edited"
  | "attached"
  | "detached"
  | "pack"
  | "approved"
  | "undone"
  | "sent"
  | "send_failed"
  | "send_unknown"
  | "closed"
  | "reopened"
  | "retyped"
  | "checked"
  | "fact"
  | "fact_undone"
  | "merged"
  | "mail_left"
  | "mail_came"
  | "mail_back"
  | "not_same"
  | "deadline_set"
  | "reader_added"
  | "sealed"
  | "unsealed"
  | "gagged"
  | "gag_over"
  | "counsel_export"
  | "mitigation"
  | "follow_up"
  | "held"
  | "hold_released"
  | "mail_purged"
  | "record_purged"
  | "redacted"
  | "note";

export type TimelineView = {
  id: string;
  at: Instant;
  kind: TimelineKind;
  /** Login of the person, or "desk". */
  actor: string;
  /** One sentence for people, in English. */
  text: string;
  /** What it is made of, for other languages. */
  data: TimelineData;
  /** Words that were replaced here, to read again. */
  former: string | null;
};

/** A case as its page shows it. Complaints newest first, timeline oldest first. */
export type CaseView = Omit<QueueRow, keyof CaseLine> & {
  line: CaseLine;
  complaintList: ComplaintView[];
  drafts: DraftView[];
  outbox: OutboxView[];
  timeline: TimelineView[];
  /** An order forbids to tell of it. */
  gagged: boolean;
  /** Logins of the people named to read it; empty unless sealed. */
  readers: string[];
  /** The points a person must confirm before anything may be sent; empty for ordinary cases. */
  checklist: ChecklistItem[];
  /** When it comes back by itself, null when that is not planned. */
  followUp: FollowUp | null;
};

/** A case that was put off comes back on a day. */
export type FollowUp = {
  id: string;
  caseId: string;
  dueAt: Instant;
  reason: string;
  /** The state the case was in. */
  before: string;
};

/** `id` is the value of the checkbox that confirms it. */
export type ChecklistItem = { id: string; text: string };
