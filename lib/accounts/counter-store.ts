import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";

/** So many in so many milliseconds, counted under a key. */
export type Allowance = { key: string; most: number; windowMs: number };

/**
 * Takes one of an allowance; false when it is used up. One statement, so that requests in the same moment cannot share one
 * count. A clock set back begins a new window.
 */
export async function claimOne(
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
