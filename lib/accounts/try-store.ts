import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { claimOne } from "./counter-store.ts";
import { tokenHash } from "./secret-token.ts";
import { lockedUntil } from "./try-limit.ts";

const GLOBAL_KEY = "sign-in";
const NOBODY_KEY = "sign-in-nobody";
const GLOBAL_WINDOW_MS = 5 * 60_000;
/** Tries from browsers never seen before, for the whole desk: behind an onion every stranger has the same address. */
const GLOBAL_LIMIT = 100;

/** Whose wrong passwords are counted: the account as strangers see it, or one browser that signed in before. */
export type Tried = { kind: "user" | "device"; id: string; failedCount: number };

/**
 * Counts one more try against `tried` before the password is looked at, so that parallel guesses cannot share one
 * count. False: it has to wait, or another try was counted in the same moment.
 */
export async function claimTry(db: Db, tried: Tried, now: Instant): Promise<boolean> {
  const failedCount = tried.failedCount + 1;
  const mayTry = {
    failedCount: tried.failedCount,
    OR: [{ lockedUntil: null }, { lockedUntil: { lte: new Date(now) } }],
  };
  const data = { failedCount, lockedUntil: new Date(lockedUntil(failedCount, now)) };
  const { count } =
    tried.kind === "user"
      ? await db.user.updateMany({ where: { id: tried.id, ...mayTry }, data })
      : await db.knownDevice.updateMany({ where: { tokenHash: tried.id, ...mayTry }, data });
  return count === 1;
}

/**
 * Writes as much as a counted try does, for a login nobody has or one that has to wait: how long the disk takes for it
 * would tell strangers which logins there are.
 */
export async function spendTry(db: Db, now: Instant): Promise<void> {
  await claimOne(db, { key: NOBODY_KEY, most: 1_000_000_000, windowMs: GLOBAL_WINDOW_MS }, now);
}

export async function clearTries(db: Db, tried: Tried): Promise<void> {
  const data = { failedCount: 0, lockedUntil: null };
  if (tried.kind === "user") await db.user.updateMany({ where: { id: tried.id }, data });
  else await db.knownDevice.updateMany({ where: { tokenHash: tried.id }, data });
}

/** One try of the whole desk's allowance; false when the window is used up. */
export async function claimGlobalTry(db: Db, now: Instant): Promise<boolean> {
  const windowStart = new Date(now - GLOBAL_WINDOW_MS);
  const begun = { startedAt: new Date(now), count: 1 };
  const fresh = await db.counter.updateMany({
    where: {
      key: GLOBAL_KEY,
      OR: [{ startedAt: { lte: windowStart } }, { startedAt: { gt: new Date(now) } }],
    },
    data: begun,
  });
  if (fresh.count === 1) return true;
  const counted = await db.counter.updateMany({
    where: { key: GLOBAL_KEY, count: { lt: GLOBAL_LIMIT } },
    data: { count: { increment: 1 } },
  });
  if (counted.count === 1) return true;
  if ((await db.counter.count({ where: { key: GLOBAL_KEY } })) > 0) return false;
  await db.counter.upsert({
    where: { key: GLOBAL_KEY },
    create: { key: GLOBAL_KEY, ...begun },
    update: { count: { increment: 1 } },
  });
  return true;
}

/** How this login's wrong passwords are counted in this browser; null when there is no such person. */
export async function findTried(
  db: Db,
  login: string,
  deviceToken: string | null,
): Promise<Tried | null> {
  const user = await db.user.findUnique({ where: { login } });
  if (!user) return null;
  const device =
    deviceToken === null
      ? null
      : await db.knownDevice.findUnique({ where: { tokenHash: tokenHash(deviceToken) } });
  if (device && device.userId === user.id)
    return { kind: "device", id: device.tokenHash, failedCount: device.failedCount };
  return { kind: "user", id: user.id, failedCount: user.failedCount };
}

/** The same for a token that may be there already; its count goes on. */
export async function keepDevice(
  db: Db,
  userId: string,
  deviceToken: string,
  now: Instant,
): Promise<void> {
  await db.knownDevice.upsert({
    where: { tokenHash: tokenHash(deviceToken) },
    create: { tokenHash: tokenHash(deviceToken), userId, createdAt: new Date(now) },
    update: {},
  });
}

/** This browser now counts for itself. The newest twenty of a person are kept. */
export async function rememberDevice(
  db: Db,
  userId: string,
  deviceToken: string,
  now: Instant,
): Promise<void> {
  await db.knownDevice.create({
    data: { tokenHash: tokenHash(deviceToken), userId, createdAt: new Date(now) },
  });
  const old = await db.knownDevice.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    skip: 20,
    select: { tokenHash: true },
  });
  await db.knownDevice.deleteMany({
    where: { tokenHash: { in: old.map((row) => row.tokenHash) } },
  });
}

/** Did somebody sign in from this browser before? */
export async function isKnownDevice(db: Db, deviceToken: string | null): Promise<boolean> {
  if (deviceToken === null) return false;
  return (await db.knownDevice.count({ where: { tokenHash: tokenHash(deviceToken) } })) > 0;
}
