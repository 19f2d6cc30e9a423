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

export async function listUsers(db: Db | Tx): Promise<Person[]> {
  return (await db.user.findMany({ orderBy: { login: "asc" } })).map(person);
}

/** New password: the old sessions and every lock end with it. */
export async function replacePassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { passwordHash, failedCount: 0, lockedUntil: null },
  });
  await tx.session.deleteMany({ where: { userId } });
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
