import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addAudit } from "./audit-store.ts";
import { findInvitation, nameGuest, takeInvitation } from "./invitation-store.ts";
import { normalizeLogin, refuseLogin } from "./login.ts";
import { whileOwned } from "./one-owner-left.ts";
import { hashPassword, refusePassword } from "./password.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { findUser, insertUser, setDelegations } from "./user-store.ts";

type Accept = { token: string; login: string; password: string; now: Instant };

/** Makes the account an invitation is for, with the role the owner chose. One link makes one account. */
export async function acceptInvitation(
  db: Db,
  input: Accept,
): Promise<{ ok: true; login: string } | Refusal> {
  const { token, password, now } = input;
  // Asked before the costly hash, so that links nobody gave out cost nothing.
  if (!(await findInvitation(db, token, now))) return closed();
  const login = normalizeLogin(input.login);
  const problem = refuseLogin(login) ?? refusePassword(password, login);
  if (problem) return problem;
  const passwordHash = await hashPassword(password);
  return await whileOwned(db, async (tx) => {
    const invited = await findInvitation(tx, token, now);
    if (!invited || !(await takeInvitation(tx, invited.id, now))) return closed();
    if (await findUser(tx, login))
      return refuse("login-taken", 'The login "{login}" is taken.', { login });
    const { id: invitationId, role, relayIds } = invited;
    const person = await insertUser(tx, { login, passwordHash, role, createdAt: now });
    await setDelegations(tx, person.id, relayIds);
    await nameGuest(tx, invitationId, person.id);
    await addAudit(tx, person.id, { kind: "people", what: `joined: ${login}, ${role}` });
    return { ok: true as const, login };
  });
}

function closed(): Refusal {
  return refuse(
    "no-invitation",
    "This invitation is not open: it was used, taken back, or is too old. Ask an owner of the desk for a new one.",
  );
}
