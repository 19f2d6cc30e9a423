import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { AuditAct } from "./audit-entry.ts";
import { addAudit } from "./audit-store.ts";
import { countFailure } from "./failed-sign-in-store.ts";
import { openHalf } from "./half-sign-in-store.ts";
import { normalizeLogin } from "./login.ts";
import { isPassword } from "./password.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { newToken } from "./secret-token.ts";
import { forgetOldSessions, openSession } from "./session-store.ts";
import { hasCodes } from "./totp-store.ts";
import {
  claimGlobalTry,
  claimTry,
  clearTries,
  findTried,
  rememberDevice,
  spendTry,
  type Tried,
} from "./try-store.ts";
import { findUser } from "./user-store.ts";

type SignIn = {
  login: string;
  password: string;
  /** The device cookie this browser brought, if any. */
  deviceToken: string | null;
  /** See `browserName`. */
  agent?: string;
  now: Instant;
};
/** `deviceToken` null: the browser keeps the one it has. */
export type SignedIn = { ok: true; token: string; deviceToken: string | null };
/** Not yet: the password was right and a code is asked for next. `half` is what the browser brings back with it. */
export type HalfSignedIn = Refusal & { half: string };

/**
 * Checks a login and password and opens a session, or asks for the second step. An unknown login, a wrong password and a
 * locked account cost the same and get the same sentence, so that nobody learns which logins exist.
 */
export async function signIn(db: Db, input: SignIn): Promise<SignedIn | HalfSignedIn | Refusal> {
  const login = normalizeLogin(input.login);
  const tried = await findTried(db, login, input.deviceToken);
  if (tried?.kind !== "device" && !(await claimGlobalTry(db, input.now))) return tooMany();
  const mayTry = tried !== null && (await claimTry(db, tried, input.now));
  if (!mayTry) await spendTry(db, input.now);
  const user = await findUser(db, login);
  const hash = mayTry && user && user.disabledAt === null ? user.passwordHash : null;
  const matches = await isPassword(hash, input.password);
  if (!matches || !user || !tried) {
    await countFailure(db, user?.id ?? null, input.now);
    return wrong();
  }
  // The count stands until the code is right too: whoever has the password alone does not get fresh tries for codes.
  if (await hasCodes(db, user.id)) return codeNext(await openHalf(db, user.id, input.now));
  return await enter(db, user.id, tried, { ...input, act: SIGNED_IN });
}

export const SIGNED_IN: AuditAct = { kind: "sign-in", what: "signed in" };

/** The session of somebody who has proven who they are; it opens with its entry in the audit log, or not at all. */
export async function enter(
  db: Db,
  userId: string,
  tried: Tried,
  { agent = "", now, act }: Pick<SignIn, "agent" | "now"> & { act: AuditAct },
): Promise<SignedIn> {
  await clearTries(db, tried);
  await forgetOldSessions(db, now);
  const deviceToken = tried.kind === "device" ? null : newToken();
  if (deviceToken) await rememberDevice(db, userId, deviceToken, now);
  return await db.$transaction(async (tx) => {
    const token = await openSession(tx, userId, { agent, now });
    await addAudit(tx, userId, act);
    return { ok: true, token, deviceToken };
  });
}

function codeNext(half: string): HalfSignedIn {
  return { ...refuse("code-next", "Type the code of your authenticator app."), half };
}

function wrong(): Refusal {
  return refuse(
    "wrong-password",
    "Login and password do not match, or there were too many wrong tries. Wait a few minutes and try again; on the desk's machine 'npx exitdesk user password LOGIN' sets a new password.",
  );
}

function tooMany(): Refusal {
  return refuse(
    "too-many-tries",
    "Too many sign-in attempts on this desk. Wait five minutes; a browser that signed in here before, and your own sign-in link, are not affected.",
  );
}
