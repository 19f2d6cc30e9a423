import type { Db } from "../db/client.ts";
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
  await db.$transaction(async (tx) => await writeRequiredRoles(tx, roles));
  return { ok: true };
}
