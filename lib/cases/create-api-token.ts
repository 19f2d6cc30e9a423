import { onRecord } from "../accounts/audit-store.ts";
import { canManageSettings } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import { newToken, tokenHash } from "../accounts/secret-token.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { insertApiToken, markApiTokenRevoked } from "./api-token-store.ts";

/** A bearer token for the intake webhook. It is shown this once; the desk keeps its hash only. */
export async function createApiToken(
  db: Db,
  viewer: Viewer,
  input: { name: string; now: Instant },
): Promise<{ ok: true; token: string } | Refusal> {
  if (!canManageSettings(viewer)) return forbidden("make tokens");
  const name = input.name.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name))
    return refuse("bad-name", "Name the token after its use, in up to 60 letters and digits.");
  const token = newToken();
  const act = { kind: "settings", what: `token made: ${name}` } as const;
  const made = await onRecord(db, viewer.userId, act, (tx) =>
    insertApiToken(tx, { name, tokenHash: tokenHash(token), at: input.now }),
  );
  if (!made) return refuse("name-taken", 'There is a token called "{name}" already.', { name });
  return { ok: true, token };
}

/** The token is refused from now on. */
export async function revokeApiToken(
  db: Db,
  viewer: Viewer,
  input: { tokenId: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canManageSettings(viewer)) return forbidden("revoke tokens");
  const act = { kind: "settings", what: `token revoked: ${input.tokenId}` } as const;
  const done = await onRecord(db, viewer.userId, act, (tx) =>
    markApiTokenRevoked(tx, input.tokenId, input.now),
  );
  return done ? { ok: true } : notFound("token in use");
}
