import { seesAllRelays, seesAllSealed } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Prisma } from "../db/generated/client.ts";

/**
 * The condition every read of cases carries. Must say in a query what `canSeeCase` says of one case; a test compares
 * the two, and `visibleSql`, for every role.
 */
export function visibleTo(viewer: Viewer): Prisma.CaseWhereInput {
  if (seesAllSealed(viewer)) return {};
  const named = { readers: { some: { userId: viewer.userId } } };
  if (seesAllRelays(viewer)) return { OR: [{ sealed: false }, named] };
  const own = { relayId: { in: [...(viewer.relayIds ?? [])] } };
  // A reminder names no relay at all and does not hide the case it belongs to.
  const ofOwn = { some: { relays: { some: own } }, every: { relays: { every: own } } };
  return { OR: [{ sealed: false, complaints: ofOwn }, named] };
}
