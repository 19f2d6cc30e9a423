import type { Db, Tx } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import { addAudit } from "./audit-store.ts";
import { mustEnrol } from "./required-factor-store.ts";
import { newToken, tokenHash } from "./secret-token.ts";
import type { Role, Viewer } from "./viewer.ts";

const MINUTE = 60_000;
const IDLE_MS = 30 * MINUTE;
const ABSOLUTE_MS = 12 * 60 * MINUTE;
/** The sliding end is written at most this often, so that reading a page is not a write. */
const TOUCH_MS = MINUTE;

export type OpenSession = {
  viewer: Viewer;
  csrf: string;
  expiresAt: Instant;
  /** The role needs one-time codes and there are none yet: nothing else opens before. */
  mustEnrol: boolean;
  /** How this person reads the pages: language and zone, each null when not chosen. */
  reads: { language: string | null; zone: string | null };
};

/** A new session; always a new token, also when the browser brought one (no fixation). Returns the cookie's value. */
export async function openSession(
  db: Db | Tx,
  userId: string,
  { agent, now }: { agent: string; now: Instant },
): Promise<string> {
  const token = newToken();
  await db.session.create({
    data: {
      tokenHash: tokenHash(token),
      userId,
      csrf: newToken(),
      agent: agent.slice(0, 60),
      mustEnrol: await mustEnrol(db, userId),
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
  const rows = await db.$queryRaw<SessionRow[]>(
    Prisma.sql`SELECT s."csrf", s."seenAt", s."expiresAt", s."mustEnrol", u."id", u."login", u."role", u."disabledAt",
        u."language", u."zone", d."relayId"
      FROM "Session" s JOIN "User" u ON u."id" = s."userId"
      LEFT JOIN "Delegation" d ON d."userId" = u."id" AND u."role" = 'delegate' WHERE s."tokenHash" = ${hashed}`,
  );
  const [row] = rows;
  if (!row) return null;
  const live =
    row.expiresAt.getTime() > now && row.seenAt.getTime() + IDLE_MS > now && !row.disabledAt;
  if (!live) {
    await db.session.deleteMany({ where: { tokenHash: hashed } });
    return null;
  }
  if (now - row.seenAt.getTime() >= TOUCH_MS)
    await db.session.updateMany({ where: { tokenHash: hashed }, data: { seenAt: new Date(now) } });
  return {
    viewer: viewerOf(rows, row),
    csrf: row.csrf,
    expiresAt: row.expiresAt.getTime(),
    mustEnrol: Boolean(Number(row.mustEnrol)),
    reads: { language: row.language, zone: row.zone },
  };
}

/** In one statement: every page asks it. A delegate's is as many rows as they have relays. */
type SessionRow = {
  csrf: string;
  seenAt: Date;
  expiresAt: Date;
  mustEnrol: boolean | number;
  id: string;
  login: string;
  role: string;
  disabledAt: Date | null;
  language: string | null;
  zone: string | null;
  relayId: string | null;
};

function viewerOf(rows: readonly SessionRow[], { id, login, role }: SessionRow): Viewer {
  const viewer = { userId: id, login, role: role as Role };
  if (viewer.role !== "delegate") return viewer;
  return { ...viewer, relayIds: rows.flatMap(({ relayId }) => relayId ?? []) };
}

/** Signs out. */
export async function closeSession(db: Db, token: string | null): Promise<void> {
  if (!token) return;
  await db.$transaction(async (tx) => {
    const where = { tokenHash: tokenHash(token) };
    const row = await tx.session.findUnique({ where, select: { userId: true } });
    if (!row) return;
    await tx.session.deleteMany({ where });
    await addAudit(tx, row.userId, { kind: "sign-in", what: "signed out" });
  });
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

/** One's own sessions as their list shows them. `handle` names one, and opens nothing. */
export type SessionLine = {
  handle: string;
  agent: string;
  createdAt: Instant;
  seenAt: Instant;
  isThis: boolean;
};
const HANDLE_LENGTH = 24;

/** The sessions of a person that still open something, the one last used first. `token`: of the browser that asks. */
export async function listSessions(
  db: Db,
  { userId }: Viewer,
  { token, now }: { token: string | null; now: Instant },
): Promise<SessionLine[]> {
  const own = token === null ? null : tokenHash(token);
  const rows = await db.session.findMany({
    where: {
      userId,
      expiresAt: { gt: new Date(now) },
      seenAt: { gt: new Date(now - IDLE_MS) },
    },
    orderBy: [{ seenAt: "desc" }, { createdAt: "desc" }],
    take: 100,
  });
  return rows.map((row) => ({
    handle: row.tokenHash.slice(0, HANDLE_LENGTH),
    agent: row.agent,
    createdAt: row.createdAt.getTime(),
    seenAt: row.seenAt.getTime(),
    isThis: row.tokenHash === own,
  }));
}

/** Ends one session of one's own. Another person's handle ends nothing. */
export async function endSession(db: Db, { userId }: Viewer, handle: string): Promise<number> {
  if (handle.length !== HANDLE_LENGTH || !/^[0-9a-f]+$/.test(handle)) return 0;
  const where = { userId, tokenHash: { startsWith: handle } };
  return await db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where });
    if (count > 0) await addAudit(tx, userId, { kind: "sign-in", what: "session ended" });
    return count;
  });
}

/** Ends all of one's own sessions but that of `token`. */
export async function endOtherSessions(
  db: Db,
  { userId }: Viewer,
  token: string | null,
): Promise<number> {
  return await db.$transaction(async (tx) => {
    const count = await endSessions(tx, userId, token);
    if (count > 0)
      await addAudit(tx, userId, { kind: "sign-in", what: `other sessions ended: ${count}` });
    return count;
  });
}

/** Ends a person's sessions, as part of what is written down elsewhere; all but that of `token` when one is given. Half a sign-in ends with them. */
export async function endSessions(db: Tx, userId: string, token: string | null): Promise<number> {
  await db.halfSignIn.deleteMany({ where: { userId } });
  const others = token === null ? {} : { tokenHash: { not: tokenHash(token) } };
  return (await db.session.deleteMany({ where: { userId, ...others } })).count;
}

/** The person has codes now: their sessions open everything again. */
export async function markEnrolled(tx: Tx, userId: string): Promise<void> {
  await tx.session.updateMany({ where: { userId }, data: { mustEnrol: false } });
}
