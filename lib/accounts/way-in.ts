import { createHmac, timingSafeEqual } from "node:crypto";
import { oldestKey } from "../config/secret.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { keepDevice } from "./try-store.ts";
import { findUser, type Person } from "./user-store.ts";
import type { Viewer } from "./viewer.ts";

type Kept = Person & { passwordHash: string };

const WAY = /^([a-z0-9._-]{1,40})\.([0-9a-f]{40})$/;

/**
 * What a person's own sign-in link carries. It opens nothing: tries that come with it are counted apart from those of
 * strangers, as of a browser that signed in before, so that nobody who keeps guessing can keep its owner out. For browsers
 * that forget their cookies, behind an onion address where every client looks the same. Nothing is kept of it; a new
 * password makes another one of it.
 */
export async function ownWayIn(db: Db, { login }: Viewer, key: Uint8Array): Promise<string | null> {
  const user = await findUser(db, login);
  return user && `${user.login}.${mac(user, key)}`;
}

/** Does this link belong to somebody who may sign in? Then its text serves as the token of a known browser from now on. */
export async function takeWayIn(
  db: Db,
  text: string,
  { key, now }: { key: Uint8Array; now: Instant },
): Promise<boolean> {
  const [, login, given] = WAY.exec(text) ?? [];
  if (login === undefined || given === undefined) return false;
  const user = await findUser(db, login);
  if (!user || user.disabledAt !== null) return false;
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(mac(user, key)))) return false;
  await keepDevice(db, user.id, text, now);
  return true;
}

/** Of the oldest key, so that a rotation leaves people's bookmarks as they are. */
function mac({ id, passwordHash }: Kept, key: Uint8Array): string {
  return createHmac("sha256", oldestKey(key))
    .update(`way in\n${id}\n${passwordHash}`)
    .digest("hex")
    .slice(0, 40);
}
