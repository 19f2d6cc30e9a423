import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";

/** So many in so many milliseconds, counted under a key. */
type Allowance = { key: string; most: number; windowMs: number };

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

/** One statement, so that posts in the same moment cannot share one count. A clock set back begins a new window. */
async function claimOne(
  db: Db,
  { key, most, windowMs }: Allowance,
  now: Instant,
): Promise<boolean> {
  const at = new Date(now);
  const over = Prisma.sql`("Counter"."startedAt" <= ${new Date(now - windowMs)} OR "Counter"."startedAt" > ${at})`;
  const changed = await db.$executeRaw`
    INSERT INTO "Counter" ("key", "startedAt", "count") VALUES (${key}, ${at}, 1)
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN ${over} THEN 1 ELSE "Counter"."count" + 1 END,
      "startedAt" = CASE WHEN ${over} THEN ${at} ELSE "Counter"."startedAt" END
    WHERE ${over} OR "Counter"."count" < ${most}`;
  return changed === 1;
}
