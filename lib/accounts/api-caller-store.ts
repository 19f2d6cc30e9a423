import { signingSecretOf, unseal } from "../config/secret.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { API_SCOPES, type ApiScope } from "./api-scope.ts";

/** A machine that showed a token; its name is kept with what it did. */
export type Caller = { id: string; name: string; scope: ApiScope };

const TO_THE_MINUTE_MS = 60_000;
const SEEN = { id: true, name: true, scope: true, signingSecret: true } as const;

/** Found by the hash of the token, by index: there is nothing to compare byte by byte, and nothing to time. */
export async function findByToken(db: Db, tokenHash: string): Promise<Caller | null> {
  const row = await db.apiToken.findFirst({ where: { tokenHash, revokedAt: null }, select: SEEN });
  return row && caller(row);
}

/** The token a signature names, with its secret. Throws when the secret does not open: that is no fault of the sender's. */
export async function findSigner(
  db: Db,
  id: string,
  secretKey: Uint8Array,
): Promise<{ caller: Caller; secret: string } | null> {
  const row = await db.apiToken.findFirst({ where: { id, revokedAt: null }, select: SEEN });
  const found = row && caller(row);
  if (!found || row.signingSecret === null) return null;
  const secret = unseal(row.signingSecret, signingSecretOf(id), secretKey);
  if (secret === null) throw new Error("A token's secret cannot be opened with this desk's key.");
  return { caller: found, secret };
}

/** When it was used last, to the minute: most requests write nothing. */
export async function noteUse(db: Db, { id }: Caller, now: Instant): Promise<void> {
  const before = new Date(now - TO_THE_MINUTE_MS);
  await db.apiToken.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
    data: { lastUsedAt: new Date(now) },
  });
}

/** A scope this version does not know is no scope. */
function caller(row: { id: string; name: string; scope: string }): Caller | null {
  const scope = API_SCOPES.find((known) => known === row.scope);
  return scope === undefined ? null : { id: row.id, name: row.name, scope };
}
