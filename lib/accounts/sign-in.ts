import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { normalizeLogin } from "./login.ts";
import { isPassword } from "./password.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { newToken } from "./secret-token.ts";
import { forgetOldSessions, openSession } from "./session-store.ts";
import { claimGlobalTry, claimTry, clearTries, findTried, rememberDevice } from "./try-store.ts";
import { findUser } from "./user-store.ts";

type SignIn = {
  login: string;
  password: string;
  /** The device cookie this browser brought, if any. */
  deviceToken: string | null;
  now: Instant;
};
/** `deviceToken` null: the browser keeps the one it has. */
type SignedIn = { ok: true; token: string; deviceToken: string | null };

/**
 * Checks a login and password and opens a session. An unknown login, a wrong password and a locked account cost the
 * same and get the same sentence, so that nobody learns which logins exist.
 */
export async function signIn(db: Db, input: SignIn): Promise<SignedIn | Refusal> {
  const login = normalizeLogin(input.login);
  const tried = await findTried(db, login, input.deviceToken);
  if (tried?.kind !== "device" && !(await claimGlobalTry(db, input.now))) return tooMany();
  const mayTry = tried !== null && (await claimTry(db, tried, input.now));
  const user = await findUser(db, login);
  const hash = mayTry && user && user.disabledAt === null ? user.passwordHash : null;
  const matches = await isPassword(hash, input.password);
  if (!matches || !user || !tried) return wrong();
  await clearTries(db, tried);
  await forgetOldSessions(db, input.now);
  const deviceToken = tried.kind === "device" ? null : newToken();
  if (deviceToken) await rememberDevice(db, user.id, deviceToken, input.now);
  return { ok: true, token: await openSession(db, user.id, input.now), deviceToken };
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
    "Too many sign-in attempts on this desk. Wait five minutes; a browser that signed in here before is not affected.",
  );
}
