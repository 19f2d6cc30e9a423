import type { ApiScope } from "../accounts/api-scope.ts";
import { canManageSettings } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

export type ApiTokenView = {
  id: string;
  name: string;
  scope: string;
  /** It signs requests instead of being sent along; its id is the name of its key. */
  signs: boolean;
  createdAt: Instant;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
};

const MOST = 200;

/** Names, dates and what each may do, the newest first; empty for people who may not manage tokens. */
export async function listApiTokens(db: Db, viewer: Viewer): Promise<ApiTokenView[]> {
  if (!canManageSettings(viewer)) return [];
  const rows = await db.apiToken.findMany({ orderBy: { id: "desc" }, take: MOST });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scope: row.scope,
    signs: row.tokenHash === null,
    createdAt: row.createdAt.getTime(),
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
    revokedAt: row.revokedAt?.getTime() ?? null,
  }));
}

type NewToken = { name: string; scope: ApiScope; tokenHash: string | null; at: Instant };

/** The id of the new row; null: the name is taken. */
export async function insertApiToken(
  tx: Tx,
  { name, scope, tokenHash, at }: NewToken,
): Promise<string | null> {
  if (await tx.apiToken.findUnique({ where: { name } })) return null;
  const data = { name, scope, tokenHash, createdAt: new Date(at) };
  return (await tx.apiToken.create({ data, select: { id: true } })).id;
}

/** Sealed for this row. */
export async function putSigningSecret(tx: Tx, id: string, sealed: string): Promise<void> {
  await tx.apiToken.update({ where: { id }, data: { signingSecret: sealed } });
}

/** The secret of one that signs goes with it. False: there is none in use. */
export async function markApiTokenRevoked(db: Tx, id: string, at: Instant): Promise<boolean> {
  const { count } = await db.apiToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date(at), signingSecret: null },
  });
  return count === 1;
}
