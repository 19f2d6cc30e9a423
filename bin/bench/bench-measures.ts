/** `exact`: counted, the same on every machine. `cpu`: a ratio of CPU times taken in turns in one run. `wall`, `memory`: of a quiet machine. */
export type MeasureKind = "exact" | "cpu" | "wall" | "memory";
export type Measure = {
  /** Its place in the suite. */
  id: string;
  unit: string;
  kind: MeasureKind;
  bound: "at most" | "at least";
  target: number;
  /** What it could cost if nothing came on top: where the target comes from. */
  floor: string;
  /** Where the target is not met yet: what is held until then, so that the short form says when it gets worse. */
  held?: number;
};

const most = (
  id: string,
  unit: string,
  kind: MeasureKind,
  target: number,
  floor: string,
): Measure => ({ id, unit, kind, bound: "at most", target, floor });
const least = (...given: Parameters<typeof most>): Measure => ({
  ...most(...given),
  bound: "at least",
});

/**
 * What the commands here measure, but for those of `web.ts`, `triage.ts` and `policy.ts`, which hold their own targets. The suite also
 * has B5 to B7, B15 and B16 (web) and B9 to B12 (policy).
 */
export const MEASURES = {
  intake_cpu: {
    ...most("B1", "x simpleParser", "cpu", 5, "fetch, lean parse, one transaction: 1.6"),
    held: 44,
  },
  intake_rate: least("B2", "mails/s", "wall", 100, "1/B1 and one commit"),
  import_cpu: {
    ...most("B3", "x simpleParser", "cpu", 2, "split, lean parse, batched rows: 1.2"),
    held: 42,
  },
  import_rss: most("B3", "MB peak", "memory", 250, "a bare splitter: 77"),
  import_rss_growth: most("B3", "x peak of a tenth", "memory", 1.15, "1"),
  import_again: most("B3", "mails added twice", "exact", 0, "0"),
  bomb_rss: most("B4", "MB peak", "memory", 400, "three times the mail"),
  bomb_cpu: most("B4", "s a bomb", "cpu", 5, "simpleParser: 1 to 3 s"),
  bomb_lost: most("B4", "mails behind not opened", "exact", 0, "0"),
  mail_sql: { ...most("B8", "statements a mail", "exact", 12, "one row each: 8"), held: 69 },
  reply_sql: { ...most("B8", "statements a reply", "exact", 8, "one row each: 5"), held: 32 },
  idle_pss: most("B13", "MB, web and worker", "memory", 260, "bare Next 94 and a worker 100"),
  used_pss: most("B13", "x idle, after requests", "memory", 1.5, "1"),
  cold_start: most("B14", "x bare Next", "wall", 2, "1"),
  outbox_rate: least("B17", "x pooled nodemailer", "wall", 0.4, "1"),
  outbox_cpu: { ...most("B17", "x pooled nodemailer", "cpu", 3, "1"), held: 22 },
  outbox_twice: most("B17", "letters twice or lost", "exact", 0, "0"),
  fsync_full: least("B18", "synchronous (2 is FULL)", "exact", 2, "2"),
  fsync_lost: most("B18", "acknowledged and lost", "exact", 0, "0"),
  fsync_rate: least("B18", "x the bare durable insert", "wall", 0, "told, not judged"),
  slope_intake: most("B19", "log-log slope of B1", "cpu", 0.05, "0"),
  slope_queue: most("B19", "log-log slope of B5", "cpu", 0.05, "0"),
  slope_case: most("B19", "log-log slope of B6", "cpu", 0.05, "0"),
  slope_search: most("B19", "log-log slope of B7", "cpu", 0.15, "0.1"),
} satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;
