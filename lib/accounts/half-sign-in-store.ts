import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { newToken, tokenHash } from "./secret-token.ts";

/** Time to fetch a telephone. */
const LIVES_MS = 10 * 60_000;

/** Remembers on the server that this person's password was right. Returns what the browser brings back for the second step. */
export async function openHalf(db: Db | Tx, userId: string, now: Instant): Promise<string> {
  const token = newToken();
  await db.halfSignIn.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
  await db.halfSignIn.create({
    data: { tokenHash: tokenHash(token), userId, expiresAt: new Date(now + LIVES_MS) },
  });
  return token;
}

/** Whose password was right, null when nobody's: unknown, over, used, or the person disabled since. */
export async function readHalf(
  db: Db,
  token: string | null,
  now: Instant,
): Promise<{ id: string; login: string } | null> {
  if (!token || token.length > 100) return null;
  const row = await db.halfSignIn.findFirst({
    where: {
      tokenHash: tokenHash(token),
      expiresAt: { gt: new Date(now) },
      user: { disabledAt: null },
    },
    select: { user: { select: { id: true, login: true } } },
  });
  return row?.user ?? null;
}

/** It has served. True for one of several that use it at once. */
export async function closeHalf(db: Db | Tx, token: string): Promise<boolean> {
  const { count } = await db.halfSignIn.deleteMany({ where: { tokenHash: tokenHash(token) } });
  return count === 1;
}
