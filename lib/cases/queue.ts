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

/** Counts stop here: "999+" costs the same with a million cases. */
export const COUNT_CAP = 1000;

/** How many cases each tab holds for this viewer, at most COUNT_CAP. */
export type TabCounts = Record<Tab, number>;

/** `after` is the `next` of the page before, opaque. */
export type QueueQuery = { tab: Tab; size: number; after: string | null };
