import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addAudit } from "./audit-store.ts";
import { normalizeLogin } from "./login.ts";
import { whileOwned } from "./one-owner-left.ts";
import { canManageUsers } from "./permissions.ts";
import { forbidden, notFound, type Refusal } from "./refusal.ts";
import { endSessions } from "./session-store.ts";
import { findUser, type Person, setDelegations, setDisabled, setRole } from "./user-store.ts";
import type { Role, Viewer } from "./viewer.ts";

type Done = { ok: true; login: string } | Refusal;

/** Another role. `relayIds`: of a delegate, the relays whose cases they see; for other roles they are forgotten. */
export async function changeRole(
  db: Db,
  viewer: Viewer,
  { login, role, relayIds }: { login: string; role: Role; relayIds: readonly string[] },
): Promise<Done> {
  return await onPerson(db, viewer, login, "change roles", async (tx, person) => {
    await setRole(tx, person.id, role);
    await setDelegations(tx, person.id, role === "delegate" ? relayIds : []);
    // Pages opened with the old role's rights must not go on; the role itself is asked at every request.
    if (role !== person.role) await endSessions(tx, person.id, null);
  });
}

/** Nobody is deleted: what they did stays theirs on every timeline. `disabledAt` null: they may sign in again. */
export async function disablePerson(
  db: Db,
  viewer: Viewer,
  { login, disabledAt }: { login: string; disabledAt: Instant | null },
): Promise<Done> {
  return await onPerson(db, viewer, login, "close accounts", async (tx, person) => {
    await setDisabled(tx, person.id, disabledAt);
    await endSessions(tx, person.id, null);
  });
}

/** An owner who may sign in, whatever they were before: the rescue of a desk whose owners cannot. */
export async function makeOwner(db: Db, viewer: Viewer, login: string): Promise<Done> {
  return await onPerson(db, viewer, login, "make owners", async (tx, person) => {
    await setRole(tx, person.id, "owner");
    await setDelegations(tx, person.id, []);
    await setDisabled(tx, person.id, null);
    await endSessions(tx, person.id, null);
  });
}

/** Signs somebody out everywhere. */
export async function signOutPerson(db: Db, viewer: Viewer, login: string): Promise<Done> {
  return await onPerson(db, viewer, login, "sign other people out", async (tx, person) => {
    await endSessions(tx, person.id, null);
  });
}

async function onPerson(
  db: Db,
  viewer: Viewer,
  login: string,
  what: string,
  work: (tx: Parameters<typeof setRole>[0], person: Person) => Promise<void>,
): Promise<Done> {
  if (!canManageUsers(viewer)) return forbidden(what);
  return await whileOwned(db, async (tx) => {
    const person = await findUser(tx, normalizeLogin(login));
    if (!person) return notFound(`person "${login.slice(0, 40)}"`);
    await work(tx, person);
    await addAudit(tx, viewer.userId, { kind: "people", what: `${what}: ${person.login}` });
    return { ok: true as const, login: person.login };
  });
}
