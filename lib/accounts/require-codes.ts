import type { Db } from "../db/client.ts";
import { onRecord } from "./audit-store.ts";
import { canManageUsers } from "./permissions.ts";
import { forbidden, type Refusal } from "./refusal.ts";
import { writeRequiredRoles } from "./required-factor-store.ts";
import type { Role, Viewer } from "./viewer.ts";

/** An owner asks one-time codes of these roles: who has none is led to them before anything else opens. */
export async function requireCodes(
  db: Db,
  viewer: Viewer,
  roles: readonly Role[],
): Promise<{ ok: true } | Refusal> {
  if (!canManageUsers(viewer)) return forbidden("ask one-time codes of roles");
  const act = { kind: "people", what: `codes asked of: ${roles.join(", ") || "nobody"}` } as const;
  await onRecord(db, viewer.userId, act, (tx) => writeRequiredRoles(tx, roles));
  return { ok: true };
}
