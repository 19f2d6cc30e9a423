import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { onRecord } from "./audit-store.ts";
import { insertInvitation, revokeOpenInvitation } from "./invitation-store.ts";
import { canManageUsers } from "./permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "./refusal.ts";
import { newToken } from "./secret-token.ts";
import type { Role, Viewer } from "./viewer.ts";

const DAY = 86_400_000;
const MAX_DAYS = 30;

export type Invited = {
  role: Role;
  /** For a delegate: the relays whose cases they will see. */
  relayIds: readonly string[];
  note: string;
  days: number;
  now: Instant;
};

/** A link for one more person, given to them by the owner's own means. Returns its token, of which only a hash is kept. */
export async function invite(
  db: Db,
  viewer: Viewer,
  { role, relayIds, note, days, now }: Invited,
): Promise<{ ok: true; token: string } | Refusal> {
  if (!canManageUsers(viewer)) return forbidden("invite people");
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    return refuse("bad-days", `An invitation holds from 1 to ${MAX_DAYS} days.`);
  if (role === "delegate" && relayIds.length === 0)
    return refuse("no-relays", "Choose the relays whose cases this delegate sees.");
  const token = newToken();
  const made = {
    role,
    relayIds: role === "delegate" ? [...new Set(relayIds)].slice(0, 1000) : [],
    note: note.trim().slice(0, 100),
    createdAt: now,
    expiresAt: now + days * DAY,
  };
  await onRecord(db, viewer.userId, { kind: "people", what: `invited: ${role}` }, (tx) =>
    insertInvitation(tx, { ...made, token, by: viewer.userId }),
  );
  return { ok: true, token };
}

/** The link opens nothing any more. */
export async function revokeInvitation(
  db: Db,
  viewer: Viewer,
  { id, now }: { id: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canManageUsers(viewer)) return forbidden("take back invitations");
  const act = { kind: "people", what: "invitation taken back" } as const;
  const done = await onRecord(db, viewer.userId, act, (tx) => revokeOpenInvitation(tx, id, now));
  return done ? { ok: true } : notFound("open invitation");
}
