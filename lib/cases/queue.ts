import type { ComplaintType } from "../classify/classification.ts";
import type { Verdict } from "../evidence/verdict.ts";

/** How the queue is split. `due` is everything open whose deadline is near or past, whatever the decision. */
export const TABS = [
  "open",
  "due",
  "ready",
  "needs_fact",
  "unsorted",
  "counsel",
  "waiting",
  "quarantine",
  "done",
] as const;
export type Tab = (typeof TABS)[number];

/**
 * What a list shows: one tab, and of that what agrees with each facet given. Any facets go together, see
 * docs/decisions/025: an index serves the first of relay, source and type, the others are looked at in a window of LOOK.
 */
export type QueueFilter = {
  tab: Tab;
  type?: ComplaintType | undefined;
  verdict?: Verdict | undefined;
  relay?: string | undefined;
  /** Provider, or domain of who complains; lower case. */
  source?: string | undefined;
  language?: string | undefined;
  sealed?: boolean | undefined;
  /** Came at least so many days ago. */
  days?: number | undefined;
};

/** Counts stop here: "999+" costs the same with a million cases. */
export const COUNT_CAP = 1000;
/** Where no index serves the whole of a filter, so many cases of what it does serve are looked at in one go. */
export const LOOK = 1000;

/** How many cases there are; `more`: at least so many, the rest was not looked at. */
export type Count = { count: number; more: boolean };
export type TabCounts = Record<Tab, Count>;

/** `after` and `before` are `next` and `previous` of another page, opaque; `before` goes first. */
export type QueueQuery = QueueFilter & {
  size: number;
  after: string | null;
  before?: string | null | undefined;
};
