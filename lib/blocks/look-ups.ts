import type { Instant } from "../time/instant.ts";

/** Whether the desk asks blocklists about its own addresses, whom it asks, and through what. */
export type LookUps = {
  isOn: boolean;
  /** Ids of the lists that are asked. */
  lists: string[];
  /** `address`, `address:port` or `[address]:port`; empty: the resolver of the machine. */
  servers: string[];
};

export const NO_LOOK_UPS: LookUps = { isOn: false, lists: [], servers: [] };

/** Nobody but the operator decides that others learn which addresses the desk cares for. */
export const MAX_SERVERS = 4;

/**
 * What a look says. `waiting`: not asked yet. `unsound`: the list's word counts for nothing at the moment, or "not listed"
 * proves nothing; `problem` says why.
 */
export type LookState = "waiting" | "listed" | "clear" | "refused" | "failed" | "unsound";

/** What its test points say of a list, see `judgeTestPoints`. */
export type TestState = "waiting" | "sound" | "half" | "refused" | "broken" | "failed";

/** The row that holds a list's own test points. */
export const TEST_ROW = "test";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * When an address is asked about again: once a day and never at the same minute as the others; after a failure sooner at
 * first, later each time, never more than a day. `chance` is from 0 to 1.
 */
export function nextLook(now: Instant, attempts: number, chance: number): Instant {
  const wait = attempts === 0 ? DAY : Math.min(DAY, (HOUR / 4) * 2 ** Math.min(attempts, 10));
  return Math.round(now + wait * (0.9 + chance * 0.2));
}
