import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { tokenHash } from "./secret-token.ts";

/** What a challenge is for: one made for adding a passkey signs nobody in. */
export type PasskeyPurpose = "add" | "sign-in" | "second";
/** One as its person's list shows it. */
export type PasskeyLine = {
  id: string;
  name: string;
  host: string;
  createdAt: Instant;
  usedAt: Instant | null;
};
export type KeptPasskey = {
  id: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
  host: string;
  user: { id: string; login: string };
};

const LIVES_MS = 5 * 60_000;

/** Remembers what has to be signed. `userId`: only this person's answer counts; null: anybody's. */
export async function putChallenge(
  db: Db,
  {
    challenge,
    purpose,
    userId,
    now,
  }: { challenge: string; purpose: PasskeyPurpose; userId: string | null; now: Instant },
): Promise<void> {
  await db.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
  const expiresAt = new Date(now + LIVES_MS);
  await db.passkeyChallenge.create({
    data: { hash: tokenHash(challenge), purpose, userId, expiresAt },
  });
}

/** Takes a challenge: true once, for what it was made for, and for whom. */
export async function takeChallenge(
  db: Db,
  {
    challenge,
    purpose,
    userId,
    now,
  }: { challenge: string; purpose: PasskeyPurpose; userId: string | null; now: Instant },
): Promise<boolean> {
  const { count } = await db.passkeyChallenge.deleteMany({
    where: { hash: tokenHash(challenge), purpose, userId, expiresAt: { gt: new Date(now) } },
  });
  return count === 1;
}

export async function insertPasskey(
  tx: Db | Tx,
  given: Omit<KeptPasskey, "user"> & { userId: string; name: string; now: Instant },
): Promise<void> {
  const { now, ...data } = given;
  await tx.passkey.create({ data: { ...data, createdAt: new Date(now) } });
}

/** The passkey with this id, null when there is none or its person may not sign in. */
export async function findPasskey(db: Db, id: string): Promise<KeptPasskey | null> {
  const row = await db.passkey.findFirst({
    where: { id, user: { disabledAt: null } },
    include: { user: { select: { id: true, login: true } } },
  });
  return row && { ...row, transports: row.transports as string[] };
}

export async function touchPasskey(
  db: Db,
  id: string,
  { counter, now }: { counter: number; now: Instant },
): Promise<void> {
  await db.passkey.update({ where: { id }, data: { counter, usedAt: new Date(now) } });
}

export async function listPasskeys(db: Db, userId: string): Promise<PasskeyLine[]> {
  const rows = await db.passkey.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
  return rows.map(({ id, name, host, createdAt, usedAt }) => ({
    id,
    name,
    host,
    createdAt: createdAt.getTime(),
    usedAt: usedAt?.getTime() ?? null,
  }));
}

/** One of one's own. Another person's id removes nothing. */
export async function removePasskey(db: Tx, userId: string, id: string): Promise<boolean> {
  return (await db.passkey.deleteMany({ where: { id, userId } })).count === 1;
}
