import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { Role } from "./viewer.ts";

export type Person = {
  id: string;
  login: string;
  role: Role;
  createdAt: Instant;
  disabledAt: Instant | null;
};
type Row = {
  id: string;
  login: string;
  role: string;
  createdAt: Date;
  disabledAt: Date | null;
};

export async function countUsers(db: Db | Tx): Promise<number> {
  return await db.user.count();
}

export async function insertUser(
  db: Db | Tx,
  user: { login: string; passwordHash: string; role: Role; createdAt: Instant },
): Promise<Person> {
  return person(await db.user.create({ data: { ...user, createdAt: new Date(user.createdAt) } }));
}

export async function findUser(
  db: Db | Tx,
  login: string,
): Promise<(Person & { passwordHash: string }) | null> {
  const row = await db.user.findUnique({ where: { login } });
  return row && { ...person(row), passwordHash: row.passwordHash };
}

/** New password: the old sessions and every lock end with it. */
export async function replacePassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { passwordHash, failedCount: 0, lockedUntil: null },
  });
  await tx.session.deleteMany({ where: { userId } });
  await tx.halfSignIn.deleteMany({ where: { userId } });
  await tx.knownDevice.deleteMany({ where: { userId } });
}

function person(row: Row): Person {
  return {
    id: row.id,
    login: row.login,
    role: row.role as Role,
    createdAt: row.createdAt.getTime(),
    disabledAt: row.disabledAt?.getTime() ?? null,
  };
}

/** Owners who may sign in. */
export async function countOwners(db: Db | Tx): Promise<number> {
  return await db.user.count({ where: { role: "owner", disabledAt: null } });
}

export async function setRole(tx: Tx, userId: string, role: Role): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { role } });
}

export async function setDisabled(tx: Tx, userId: string, at: Instant | null): Promise<void> {
  const disabledAt = at === null ? null : new Date(at);
  await tx.user.update({ where: { id: userId }, data: { disabledAt } });
}

/** The relays whose cases a delegate sees, in the place of those before. Relays that are gone are left out. */
export async function setDelegations(
  tx: Tx,
  userId: string,
  relayIds: readonly string[],
): Promise<void> {
  await tx.delegation.deleteMany({ where: { userId } });
  const asked = { id: { in: [...new Set(relayIds)].slice(0, 1000) } };
  const relays = await tx.relay.findMany({ where: asked, select: { id: true } });
  if (relays.length === 0) return;
  await tx.delegation.createMany({ data: relays.map(({ id: relayId }) => ({ userId, relayId })) });
}

/** What an owner sees of everybody. */
export type PersonLine = Person & { hasCodes: boolean; sessions: number; relayIds: string[] };

export async function listPeople(db: Db, now: Instant): Promise<PersonLine[]> {
  const live = { expiresAt: { gt: new Date(now) } };
  const rows = await db.user.findMany({
    orderBy: { login: "asc" },
    include: {
      totp: { select: { confirmedAt: true } },
      delegations: { select: { relayId: true } },
      _count: { select: { sessions: { where: live } } },
    },
  });
  return rows.map((row) => ({
    ...person(row),
    hasCodes: Boolean(row.totp?.confirmedAt),
    sessions: row._count.sessions,
    relayIds: row.delegations.map(({ relayId }) => relayId),
  }));
}

/** How a person's pages are shown; null is no choice. */
export async function setReading(
  db: Db | Tx,
  userId: string,
  reading: { language: string | null; zone: string | null },
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: reading });
}
