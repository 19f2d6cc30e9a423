import { seesAllRelays, seesAllSealed } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { Prisma } from "../db/generated/client.ts";

/** `visibleTo` for statements written by hand, about the case with alias `c`; a test compares the two. */
export function visibleSql(viewer: Viewer): Prisma.Sql {
  if (seesAllSealed(viewer)) return Prisma.sql`1 = 1`;
  const named = Prisma.sql`EXISTS (SELECT 1 FROM "CaseReader" r WHERE r."caseId" = c."id" AND r."userId" = ${viewer.userId})`;
  const open = Prisma.sql`c."sealed" = ${false}`;
  if (seesAllRelays(viewer)) return Prisma.sql`(${open} OR ${named})`;
  return Prisma.sql`((${open} AND ${ofOwnRelays(viewer.relayIds ?? [])}) OR ${named})`;
}

/** About relays of the viewer's and about no other. */
function ofOwnRelays(relayIds: readonly string[]): Prisma.Sql {
  if (relayIds.length === 0) return Prisma.sql`1 = 0`;
  const own = Prisma.join([...relayIds]);
  const relays = Prisma.sql`SELECT 1 FROM "Complaint" k JOIN "ComplaintRelay" m ON m."complaintId" = k."id" WHERE k."caseId" = c."id"`;
  return Prisma.sql`EXISTS (${relays} AND m."relayId" IN (${own})) AND NOT EXISTS (${relays} AND m."relayId" NOT IN (${own}))`;
}
