import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { newToken, tokenHash } from "./secret-token.ts";
import type { Role, Viewer } from "./viewer.ts";

const MINUTE = 60_000;
const IDLE_MS = 30 * MINUTE;
const ABSOLUTE_MS = 12 * 60 * MINUTE;
/** The sliding end is written at most this often, so that reading a page is not a write. */
const TOUCH_MS = MINUTE;

export type OpenSession = { viewer: Viewer; csrf: string; expiresAt: Instant };

/** A new session; always a new token, also when the browser brought one (no fixation). Returns the cookie's value. */
export async function openSession(db: Db | Tx, userId: string, now: Instant): Promise<string> {
  const token = newToken();
  await db.session.create({
    data: {
      tokenHash: tokenHash(token),
      userId,
      csrf: newToken(),
      createdAt: new Date(now),
      seenAt: new Date(now),
      expiresAt: new Date(now + ABSOLUTE_MS),
    },
  });
  return token;
}

/** Who this cookie belongs to, or null: unknown, idle for 30 minutes, older than 12 hours, or its person disabled. */
export async function readSession(
  db: Db,
  token: string | null,
  now: Instant,
): Promise<OpenSession | null> {
  if (!token || token.length > 100) return null;
  const hashed = tokenHash(token);
  const row = await db.session.findUnique({
    where: { tokenHash: hashed },
    include: { user: { select: { id: true, login: true, role: true, disabledAt: true } } },
  });
  if (!row) return null;
  const live =
    row.expiresAt.getTime() > now && row.seenAt.getTime() + IDLE_MS > now && !row.user.disabledAt;
  if (!live) {
    await db.session.deleteMany({ where: { tokenHash: hashed } });
    return null;
  }
  if (now - row.seenAt.getTime() >= TOUCH_MS)
    await db.session.updateMany({ where: { tokenHash: hashed }, data: { seenAt: new Date(now) } });
  return {
    viewer: { userId: row.user.id, login: row.user.login, role: row.user.role as Role },
    csrf: row.csrf,
    expiresAt: row.expiresAt.getTime(),
  };
}

export async function closeSession(db: Db, token: string | null): Promise<void> {
  if (token) await db.session.deleteMany({ where: { tokenHash: tokenHash(token) } });
}

/** Sessions nobody can use any more. */
export async function forgetOldSessions(db: Db, now: Instant): Promise<number> {
  const { count } = await db.session.deleteMany({
    where: {
      OR: [{ expiresAt: { lt: new Date(now) } }, { seenAt: { lt: new Date(now - IDLE_MS) } }],
    },
  });
  return count;
}
