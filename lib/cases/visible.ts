import { seesAllSealed } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";

/**
 * The condition every read of cases carries. Must say in a query what `canSeeCase` says of one case; a test compares
 * the two for every role.
 */
export function visibleTo(viewer: Viewer) {
  if (seesAllSealed(viewer)) return {};
  return { OR: [{ sealed: false }, { readers: { some: { userId: viewer.userId } } }] };
}
