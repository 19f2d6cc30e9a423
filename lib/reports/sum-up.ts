import type { CaseOutcome, DeadlineOutcome } from "../cases/case-fact.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Verdict } from "../evidence/verdict.ts";
import type { Alike, Asked, Count, Figures, Named } from "./figures.ts";
import { bucketsOf, daysOfBucket } from "./period.ts";

type Summed = Pick<
  Figures,
  "cases" | "mails" | "repeats" | "overTime" | "byType" | "byVerdict" | "outcomes" | "deadlines"
>;

/** What groups of alike cases come to, by each of the things they are alike in. */
export function sumUp(rows: readonly Alike[], { period, unit }: Omit<Asked, "relayId">): Summed {
  const all = total(rows);
  const buckets = tally(rows, ({ bucket }) => bucket);
  return {
    ...all,
    repeats: all.mails - all.cases,
    overTime: bucketsOf(period, unit).map((bucket) => ({
      bucket,
      days: daysOfBucket(bucket, unit, period),
      ...(buckets.get(bucket) ?? { cases: 0, mails: 0 }),
    })),
    byType: mostFirst(tally(rows, ({ type }) => type as ComplaintType)),
    byVerdict: mostFirst(tally(rows, ({ verdict }) => verdict as Verdict)).map((row) => ({
      ...row,
      answered: total(rows.filter((one) => one.verdict === row.name && one.outcome === "answered"))
        .cases,
    })),
    ...endings(rows),
  };
}

/** How the cases ended, and how their deadlines did. */
export function endings(rows: readonly Alike[]): Pick<Figures, "outcomes" | "deadlines"> {
  const outcomes: Record<CaseOutcome, number> = { answered: 0, closed: 0, open: 0, history: 0 };
  const deadlines: Record<DeadlineOutcome, number> = { met: 0, missed: 0, pending: 0, without: 0 };
  for (const { outcome, deadline, cases } of rows) {
    outcomes[outcome as CaseOutcome] += cases;
    // Old mail kept as history asked nothing of this desk.
    if (outcome !== "history") deadlines[deadline as DeadlineOutcome] += cases;
  }
  return { outcomes, deadlines };
}

function total(rows: readonly Count[]): Count {
  return rows.reduce(
    (sum, { cases, mails }) => ({ cases: sum.cases + cases, mails: sum.mails + mails }),
    { cases: 0, mails: 0 },
  );
}

function tally<Key>(rows: readonly Alike[], keyOf: (row: Alike) => Key): Map<Key, Count> {
  const sums = new Map<Key, Count>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, total([sums.get(key) ?? { cases: 0, mails: 0 }, row]));
  }
  return sums;
}

function mostFirst<Name extends string>(sums: ReadonlyMap<Name, Count>): Named<Name>[] {
  return [...sums]
    .map(([name, count]) => ({ name, ...count }))
    .sort((a, b) => b.cases - a.cases || (a.name < b.name ? -1 : 1));
}
