import type { Db } from "../db/client.ts";
import { normalizeLogin } from "./login.ts";
import { hashPassword, isPassword, passwordProblem } from "./password.ts";
import { canManageUsers } from "./permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "./refusal.ts";
import { findUser, replacePassword } from "./user-store.ts";
import type { Viewer } from "./viewer.ts";

/** One's own password: needs the present one. Ends every session of this person, this one too. */
export async function changePassword(
  db: Db,
  viewer: Viewer,
  input: { current: string; password: string },
): Promise<{ ok: true } | Refusal> {
  const user = await findUser(db, viewer.login);
  if (!user || !(await isPassword(user.passwordHash, input.current)))
    return refuse("wrong-password", "The present password is not right.");
  return await setPassword(db, viewer.login, input.password);
}

/** Somebody's new password, set by an owner or at the command line (rescue). Ends their sessions and locks. */
export async function resetPassword(
  db: Db,
  viewer: Viewer,
  input: { login: string; password: string },
): Promise<{ ok: true } | Refusal> {
  if (!canManageUsers(viewer)) return forbidden("set another person's password");
  return await setPassword(db, normalizeLogin(input.login), input.password);
}

async function setPassword(
  db: Db,
  login: string,
  password: string,
): Promise<{ ok: true } | Refusal> {
  const problem = passwordProblem(password);
  if (problem) return refuse("bad-password", problem);
  const passwordHash = await hashPassword(password);
  return await db.$transaction(async (tx) => {
    const user = await findUser(tx, login);
    if (!user) return notFound(`person "${login}"`);
    await replacePassword(tx, user.id, passwordHash);
    return { ok: true as const };
  });
}
