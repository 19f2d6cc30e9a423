import { scopeOf, type TokenKind } from "../accounts/api-scope.ts";
import { onRecord } from "../accounts/audit-store.ts";
import { canManageSettings } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import { newToken, tokenHash } from "../accounts/secret-token.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { seal, signingSecretOf } from "../config/secret.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { insertApiToken, markApiTokenRevoked, putSigningSecret } from "./api-token-store.ts";

/** `keyId`: of a signing token, what a request names it by. */
export type MadeToken = { ok: true; token: string; keyId: string | null };

/**
 * A token for a machine. It is shown this once: of one that is sent along the desk keeps the hash, of one that signs it keeps
 * the secret, sealed with the key outside the database, for it must compute what the sender computed.
 */
export async function createApiToken(
  db: Db,
  viewer: Viewer,
  input: { name: string; kind: TokenKind; now: Instant },
  secretKey: Uint8Array,
): Promise<MadeToken | Refusal> {
  if (!canManageSettings(viewer)) return forbidden("make tokens");
  const name = input.name.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name))
    return refuse("bad-name", "Name the token after its use, in up to 60 letters and digits.");
  const { kind, now: at } = input;
  const signs = kind === "intake-signed";
  const token = newToken();
  const act = { kind: "settings", what: `token made: ${name} (${kind})` } as const;
  const id = await onRecord(db, viewer.userId, act, async (tx) => {
    const hash = signs ? null : tokenHash(token);
    const row = await insertApiToken(tx, { name, scope: scopeOf(kind), tokenHash: hash, at });
    if (row !== null && signs)
      await putSigningSecret(tx, row, seal(token, signingSecretOf(row), secretKey));
    return row;
  });
  if (id === null)
    return refuse("name-taken", 'There is a token called "{name}" already.', { name });
  return { ok: true, token, keyId: signs ? id : null };
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
