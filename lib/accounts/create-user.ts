import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addAudit } from "./audit-store.ts";
import { normalizeLogin, refuseLogin } from "./login.ts";
import { hashPassword, refusePassword } from "./password.ts";
import { canManageUsers } from "./permissions.ts";
import { forbidden, type Refusal, refuse } from "./refusal.ts";
import { countUsers, findUser, insertUser, type Person } from "./user-store.ts";
import { isRole, ROLES, type Viewer } from "./viewer.ts";

export type NewUser = { login: string; password: string; role: string; now: Instant };

/** A further person, made by an owner. */
export async function createUser(
  db: Db,
  viewer: Viewer,
  input: NewUser,
): Promise<{ ok: true; person: Person } | Refusal> {
  if (!canManageUsers(viewer)) return forbidden("add people");
  return await addPerson(db, input, viewer.userId);
}

/** The first person, who owns the desk. Only while there is nobody: there is no default account and no default password. */
export async function createOwner(
  db: Db,
  input: Omit<NewUser, "role">,
): Promise<{ ok: true; person: Person } | Refusal> {
  return await addPerson(db, { ...input, role: "owner" }, null);
}

/** `by` null: the first person, who makes themselves. */
async function addPerson(
  db: Db,
  input: NewUser,
  by: string | null,
): Promise<{ ok: true; person: Person } | Refusal> {
  const login = normalizeLogin(input.login);
  const problem = refuseLogin(login) ?? refusePassword(input.password, login);
  if (problem) return problem;
  const { role } = input;
  if (!isRole(role)) return refuse("bad-role", `The role is one of ${ROLES.join(", ")}.`);
  const passwordHash = await hashPassword(input.password);
  return await db.$transaction(async (tx) => {
    if (by === null && (await countUsers(tx)) > 0)
      return refuse("not-first", "This desk has an owner already. Sign in instead.");
    if (await findUser(tx, login))
      return refuse("login-taken", 'The login "{login}" is taken.', { login });
    const person = await insertUser(tx, { login, passwordHash, role, createdAt: input.now });
    await addAudit(tx, by ?? person.id, { kind: "people", what: `added: ${login}, ${role}` });
    return { ok: true as const, person };
  });
}
