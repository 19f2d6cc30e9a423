import type { CaseOutcome, DeadlineOutcome } from "../cases/case-fact.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Verdict } from "../evidence/verdict.ts";
import type { BucketUnit, Period } from "./period.ts";

/** What was asked: which cases are counted, and how they are put together. */
export type Asked = {
  period: Period;
  unit: BucketUnit;
  /** Cases about this relay of ours only; null: about any, or none. */
  relayId: string | null;
};

/** Cases, and the mails they are made of. */
export type Count = { cases: number; mails: number };
export type Named<Name> = Count & { name: Name };
/** The most frequent ones, most first, and the rest of them taken together. `names`: how many different ones. */
export type Top<Name> = { rows: Named<Name>[]; rest: Count & { names: number } };

/** Up to this many seconds after the first mail; null: later than all of them. */
export const WAITS = [3_600, 4 * 3_600, 24 * 3_600, 3 * 86_400, 7 * 86_400, null] as const;

export type AnswerTimes = {
  answered: number;
  /** By nearest rank: a time that was really needed. Null when nothing was answered. */
  medianSeconds: number | null;
  p90Seconds: number | null;
  /** How many answers took as long as each of WAITS allows, and longer than the one before. */
  waits: number[];
};

export type Figures = Count & {
  asked: Asked;
  /** Mails beyond the first of their case. */
  repeats: number;
  /** Every week or month of the period, empty ones too. */
  overTime: (Count & { bucket: number; days: Period })[];
  byType: Named<ComplaintType>[];
  /** With how many of them were answered. */
  byVerdict: (Named<Verdict> & { answered: number })[];
  /** Null: no port is named. */
  byPort: Top<number | null>;
  /** A case about two relays counts at both. Null: about none of ours. */
  byRelay: Top<{ id: string; nickname: string | null } | null>;
  /** Empty: it came straight; for senders: not known. */
  byProvider: Top<string>;
  bySender: Top<string>;
  outcomes: Record<CaseOutcome, number>;
  deadlines: Record<DeadlineOutcome, number>;
  times: AnswerTimes;
};

/** One row of the first statement: cases that are alike in all of this. */
export type Alike = Count & {
  bucket: number;
  type: string;
  verdict: string;
  outcome: string;
  deadline: string;
};
