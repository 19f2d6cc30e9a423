import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addAudit } from "./audit-store.ts";
import { normalizeLogin } from "./login.ts";
import { hashPassword, isPassword, refusePassword } from "./password.ts";
import { canManageUsers } from "./permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "./refusal.ts";
import { enter, SIGNED_IN, type SignedIn } from "./sign-in.ts";
import { claimTry, findTried } from "./try-store.ts";
import { findUser, replacePassword } from "./user-store.ts";
import type { Viewer } from "./viewer.ts";

/**
 * One's own password: needs the present one, its tries counted as at sign-in. Ends every session of this person and opens a
 * new one for this browser, whose cookie value is `token`.
 */
export async function changePassword(
  db: Db,
  viewer: Viewer,
  input: {
    current: string;
    password: string;
    deviceToken: string | null;
    agent?: string;
    now: Instant;
  },
): Promise<SignedIn | Refusal> {
  const { deviceToken, now } = input;
  const tried = await findTried(db, viewer.login, deviceToken);
  const mayTry = tried !== null && (await claimTry(db, tried, now));
  const user = await findUser(db, viewer.login);
  if (!user || !tried || !(await isPassword(mayTry ? user.passwordHash : null, input.current)))
    return refuse(
      "wrong-password",
      "The present password is not right, or there were too many wrong tries. Wait a few minutes and try again.",
    );
  const set = await setPassword(db, viewer, viewer.login, input.password, "password changed");
  if (!set.ok) return set;
  // The browsers known until now are forgotten with the old password, this one too: it counts as strange until it is kept.
  const asStranger = { ...tried, kind: "user" as const, id: user.id };
  return await enter(db, user.id, asStranger, { ...input, act: SIGNED_IN });
}

/** Somebody's new password, set by an owner or at the command line (rescue). Ends their sessions and locks. */
export async function resetPassword(
  db: Db,
  viewer: Viewer,
  input: { login: string; password: string },
): Promise<{ ok: true } | Refusal> {
  if (!canManageUsers(viewer)) return forbidden("set another person's password");
  const login = normalizeLogin(input.login);
  return await setPassword(db, viewer, login, input.password, "password set");
}

async function setPassword(
  db: Db,
  viewer: Viewer,
  login: string,
  password: string,
  what: "password changed" | "password set",
): Promise<{ ok: true } | Refusal> {
  const problem = refusePassword(password, login);
  if (problem) return problem;
  const passwordHash = await hashPassword(password);
  return await db.$transaction(async (tx) => {
    const user = await findUser(tx, login);
    if (!user) return notFound(`person "${login}"`);
    await replacePassword(tx, user.id, passwordHash);
    await addAudit(tx, viewer.userId, { kind: "people", what: `${what}: ${login}` });
    return { ok: true as const };
  });
}
