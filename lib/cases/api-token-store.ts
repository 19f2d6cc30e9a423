import { canManageSettings } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

export type ApiTokenView = {
  id: string;
  name: string;
  createdAt: Instant;
  revokedAt: Instant | null;
};

/** Names and dates; empty for people who may not manage tokens. */
export async function listApiTokens(db: Db, viewer: Viewer): Promise<ApiTokenView[]> {
  if (!canManageSettings(viewer)) return [];
  const rows = await db.apiToken.findMany({ orderBy: { id: "desc" } });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.createdAt.getTime(),
    revokedAt: row.revokedAt?.getTime() ?? null,
  }));
}

/** False: the name is taken. */
export async function insertApiToken(
  db: Tx,
  token: { name: string; tokenHash: string; at: Instant },
): Promise<boolean> {
  const { name, tokenHash, at } = token;
  if (await db.apiToken.findUnique({ where: { name } })) return false;
  await db.apiToken.create({ data: { name, tokenHash, createdAt: new Date(at) } });
  return true;
}

export async function markApiTokenRevoked(db: Tx, id: string, at: Instant): Promise<boolean> {
  const { count } = await db.apiToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date(at) },
  });
  return count === 1;
}
