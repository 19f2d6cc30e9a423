/** What kind of case it is, for the question how long it is kept. A case is of one class: the first that fits. */
export const RETENTION_CLASSES = [
  "authority",
  "serious",
  "copyright",
  "junk",
  "answered",
  "unanswered",
] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/**
 * Whole days after the case was closed; null: kept for ever. `mail`: what strangers wrote, the bytes and the texts read out
 * of them. `record`: the rest, our letters, notes and the facts about people. What the reports count stays always.
 */
export type Period = { mail: number | null; record: number | null };
export type Retention = {
  classes: Record<RetentionClass, Period>;
  /** Days after a mail came that never became a case and that nobody took care of; null: for ever. */
  quarantine: number | null;
};

/**
 * How long what is kept until an owner says otherwise, and why so long. The reasons are said on the page in the reader's
 * language (`words().retention`); these are their grounds:
 * - authority: what police or a court asked about must not be deleted on our own account (18 USC 2703(f) freezes for 90 days
 *   and again; elsewhere an order says how long), so a person releases it.
 * - serious: threats and pictures of children are followed up months or years later; three years is the common limitation.
 * - copyright: a claim lapses after three years (17 USC 507(b); in Germany at the end of the third year, BGB 195 and 199):
 *   four years cover both.
 * - answered: what we wrote to whom may be asked about within the same three years; the stranger's own words are needed for
 *   a year at most, while a provider may come back to them (GDPR Art. 5(1)(c) and (e)).
 * - unanswered: nobody waits for anything; a quarter of a year shows whether it comes again.
 * - junk: no complaint at all; a month is enough to notice a wrong decision.
 * - quarantine: a person may not have looked for a long time, and then it is the only copy: a year.
 */
export const DEFAULT_RETENTION: Retention = {
  classes: {
    authority: { mail: null, record: null },
    serious: { mail: 1095, record: 1095 },
    copyright: { mail: 1460, record: 1460 },
    junk: { mail: 30, record: 30 },
    answered: { mail: 365, record: 1095 },
    unanswered: { mail: 90, record: 365 },
  },
  quarantine: 365,
};

/** A hundred years. */
export const MAX_DAYS = 36_500;
/** What came and was closed today may have been closed by mistake. */
export const MIN_DAYS = 7;

/** What is wrong with a period, or null. */
export function problemWith({ mail, record }: Period): "range" | "order" | null {
  if (!isPeriod(mail) || !isPeriod(record)) return "range";
  // The record names the mail by its facts; without the record nobody would know what the mail was kept for.
  if (record !== null && (mail === null || mail > record)) return "order";
  return null;
}

export function isPeriod(days: number | null): boolean {
  return days === null || (Number.isInteger(days) && days >= MIN_DAYS && days <= MAX_DAYS);
}
