import { type Allowance, claimOne } from "../accounts/counter-store.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

const HOUR = 3_600_000;

/**
 * What strangers may send. By desk and by relay, never by their address: behind an onion all have the same, and it would
 * have to be kept. Counted before anything is written; the day's allowance keeps the disk from filling.
 */
export function formAllowances(relayId: string): Allowance[] {
  return [
    { key: `form:${relayId}`, most: 20, windowMs: HOUR },
    { key: "form", most: 60, windowMs: HOUR },
    { key: "form-day", most: 300, windowMs: 24 * HOUR },
  ];
}

/** Keys that are used up, until when: a flood is turned away without asking the database about each. */
const usedUp = new Map<string, Instant>();

/** Takes one of each allowance; false when one of them is used up. What was counted of the others stays counted. */
export async function claimAllowances(
  db: Db,
  allowances: readonly Allowance[],
  now: Instant,
): Promise<boolean> {
  if (allowances.some(({ key }) => (usedUp.get(key) ?? 0) > now)) return false;
  for (const allowance of allowances)
    if (!(await claimOne(db, allowance, now))) {
      usedUp.set(allowance.key, now + 60_000);
      return false;
    }
  return true;
}
