import type { Instant } from "../time/instant.ts";

/** What a monitor is told of one mailbox. */
export type MailboxMetrics = {
  /** 1 for the mailbox that was added first: its place on the page of mailboxes. Tells no name and no address. */
  number: number;
  /** Of the last look that went well; of a mailbox nobody has looked at yet, when it was added. */
  lookedAt: Instant;
  isFailing: boolean;
  /** What the server listed at the last look and the desk lacks; null before the first. */
  ledgerDifference: number | null;
};

/**
 * Numbers for a monitor, the same whatever is in sealed cases. Left out because a sealed case would move them: cases,
 * complaints and deadlines, letters that went out, senders that wait to be checked, rows and bytes of the database.
 */
export type Metrics = {
  /** The mailboxes that are read. */
  mailboxes: readonly MailboxMetrics[];
  /** Mails on the disk that nobody has read yet, so nobody knows what they are. */
  waiting: number;
  /** When the oldest of them came. */
  waitingSince: Instant | null;
  quarantined: number;
  /** Letters of cases that are not sealed. */
  outbox: Readonly<Record<MonitoredState, number>>;
  /** Relay sources whose last reading failed. */
  failingSources: number;
  /** When a worker last said that it works; null: never. */
  beatAt: Instant | null;
};

/** Letters on their way, and letters a person has to look at. What is over (sent, cancelled) only ever grows. */
export const MONITORED_STATES = ["queued", "sending", "failed", "unknown"] as const;
export type MonitoredState = (typeof MONITORED_STATES)[number];
