import type { Db, Tx } from "../db/client.ts";
import { isRole, type Role } from "./viewer.ts";

const KEY = "second-factor-roles";

/** The roles an owner asked one-time codes of. */
export async function readRequiredRoles(db: Db | Tx): Promise<Role[]> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  const kept = Array.isArray(row?.value) ? row.value : [];
  return kept.filter((role): role is Role => typeof role === "string" && isRole(role));
}

/** Keeps the roles; open sessions of people who have no codes yet lead from now on only to where they get them. */
export async function writeRequiredRoles(tx: Tx, roles: readonly Role[]): Promise<void> {
  const value = [...roles];
  await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
  await tx.session.updateMany({ where: { mustEnrol: true }, data: { mustEnrol: false } });
  await tx.session.updateMany({
    where: { user: { role: { in: value }, NOT: { totp: { confirmedAt: { not: null } } } } },
    data: { mustEnrol: true },
  });
}

/** Does this person have to get one-time codes before anything else? */
export async function mustEnrol(db: Db | Tx, userId: string): Promise<boolean> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { role: true, totp: { select: { confirmedAt: true } } },
  });
  if (!user || user.totp?.confirmedAt) return false;
  return (await readRequiredRoles(db)).some((role) => role === user.role);
}
