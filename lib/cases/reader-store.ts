import { normalizeLogin } from "../accounts/login.ts";
import { findUser, type Person } from "../accounts/user-store.ts";
import type { Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

/** A person who could be named, null when there is none or the account is disabled. */
export async function findReader(tx: Tx, login: string): Promise<Person | null> {
  const person = await findUser(tx, normalizeLogin(login));
  return person && person.disabledAt === null ? person : null;
}

export async function addReader(
  tx: Tx,
  caseId: string,
  userId: string,
  { by, at }: { by: string; at: Instant },
): Promise<void> {
  await tx.caseReader.create({ data: { caseId, userId, addedAt: new Date(at), addedBy: by } });
}
