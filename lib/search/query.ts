import type { Network } from "../net/cidr.ts";
import type { Instant } from "../time/instant.ts";

/** What a term asks of one text. */
export type Ask =
  /** Words one after the other; `begins`: the last may be longer. */
  | { kind: "words"; words: string[]; begins: boolean }
  | { kind: "type" | "verdict"; is: string }
  | { kind: "port"; port: number }
  | { kind: "ip"; network: Network }
  | { kind: "relay" | "from" | "ref"; words: string[] }
  | { kind: "attachment" };
export type Term = Ask & { negated: boolean };

/** What was typed that could not be read as it was meant; it is searched for as it stands. */
export type Hint =
  | { code: "unknown-operator"; name: string }
  | { code: "bad-value"; name: string; value: string }
  | { code: "wide-network"; value: string }
  | { code: "cut" };

export type Query = {
  terms: Term[];
  /** States the case is in, and is not in. */
  states: { is: string; negated: boolean }[];
  after: Instant | null;
  /** Not including this moment. */
  before: Instant | null;
  hints: Hint[];
};

export const OPERATORS = [
  "type",
  "port",
  "ip",
  "relay",
  "from",
  "ref",
  "before",
  "after",
  "state",
  "verdict",
  "has",
] as const;
