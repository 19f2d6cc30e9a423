import type { Instant } from "../time/instant.ts";
import type { QueueFilter, Tab } from "./queue.ts";

const DAY = 24 * 3_600_000;
/** Open cases whose deadline is this near are due. */
const DUE_MS = DAY;

export type Column =
  | "state"
  | "decision"
  | "mergedIntoId"
  | "relay"
  | "source"
  | "type"
  | "verdict"
  | "language"
  | "sealed";
/** `is` null: the column holds nothing. */
export type Term = { column: Column; is: string | boolean | null };
export type QueuePlan = {
  /** What one index serves, in the order of the list. */
  lead: Term[];
  /** Part of the lead: its `sortAt` is not after this. */
  dueBy: Instant | null;
  /** What has to be looked at case by case. */
  rest: Term[];
  /** Part of the rest: opened by then. */
  openedBy: Instant | null;
  /** By arrival, newest first; else by deadline, oldest first. */
  newestFirst: boolean;
};

/** How a filter is answered from the indexes of `Case`. Pure. `quarantine` holds no cases. */
export function queuePlan(filter: QueueFilter, now: Instant): QueuePlan {
  const { tab, days } = filter;
  const newestFirst = tab === "done";
  const tabTerms = TAB_TERMS[tab];
  const facets = facetTerms(filter);
  // Closed cases are kept in the order of arrival, which no facet's index has.
  const first = newestFirst ? undefined : facets.find(({ column }) => INDEXED.includes(column));
  const state = tabTerms.filter(({ column }) => column === "state");
  const lead = first ? [...state, first] : tabTerms;
  return {
    lead,
    dueBy: tab === "due" ? now + DUE_MS : null,
    rest: [...tabTerms, ...facets].filter((term) => !lead.includes(term)),
    openedBy: days === undefined ? null : now - days * DAY,
    newestFirst,
  };
}

/** Best first: a relay or a sender narrows more than a kind. Each has an index `(state, it, sortAt, id)`. */
const INDEXED: readonly Column[] = ["relay", "source", "type"];

const isOpen: Term = { column: "state", is: "open" };
const open = (decision: string): Term[] => [isOpen, { column: "decision", is: decision }];
const TAB_TERMS: Record<Tab, Term[]> = {
  open: [isOpen],
  due: [isOpen],
  ready: open("ready"),
  needs_fact: open("needs_fact"),
  unsorted: open("unsorted"),
  counsel: open("counsel"),
  waiting: [{ column: "state", is: "waiting" }],
  // The mails of a merged case are in another one's row.
  done: [
    { column: "state", is: "done" },
    { column: "mergedIntoId", is: null },
  ],
  quarantine: [{ column: "state", is: "quarantine" }],
};

function facetTerms(filter: QueueFilter): Term[] {
  const columns = ["relay", "source", "type", "verdict", "language", "sealed"] as const;
  return columns.flatMap((column) => {
    const is = filter[column];
    return is === undefined ? [] : [{ column, is }];
  });
}
