import type { Db, Tx } from "../db/client.ts";
import type { InvitationModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { tokenHash } from "./secret-token.ts";
import type { Role } from "./viewer.ts";

export type Invitation = {
  id: string;
  role: Role;
  relayIds: string[];
  /** For whom, in the owner's words. */
  note: string;
  createdAt: Instant;
  expiresAt: Instant;
};
/** Old ones are of no use to anybody. */
const KEPT_MS = 90 * 86_400_000;

export async function insertInvitation(
  tx: Tx,
  { token, by, ...given }: Omit<Invitation, "id"> & { token: string; by: string },
): Promise<string> {
  const { createdAt, expiresAt, ...rest } = given;
  await tx.invitation.deleteMany({ where: { expiresAt: { lt: new Date(createdAt - KEPT_MS) } } });
  const { id } = await tx.invitation.create({
    data: {
      ...rest,
      tokenHash: tokenHash(token),
      createdBy: by,
      createdAt: new Date(createdAt),
      expiresAt: new Date(expiresAt),
    },
  });
  return id;
}

/** What a link opens, null when nothing: unknown, used, taken back, or too old. */
export async function findInvitation(
  db: Db | Tx,
  token: string,
  now: Instant,
): Promise<Invitation | null> {
  if (token.length > 100) return null;
  const row = await db.invitation.findFirst({
    where: { tokenHash: tokenHash(token), ...openAt(now) },
  });
  return row && invitation(row);
}

/** Takes it: true for one of several that use the link at once, and never again. */
export async function takeInvitation(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, ...openAt(now) },
    data: { usedAt: new Date(now) },
  });
  return count === 1;
}

/** Who came of it. */
export async function nameGuest(tx: Tx, id: string, userId: string): Promise<void> {
  await tx.invitation.update({ where: { id }, data: { usedBy: userId } });
}

/** Those whose link still works, the newest first. */
export async function listInvitations(db: Db, now: Instant): Promise<Invitation[]> {
  const rows = await db.invitation.findMany({
    where: openAt(now),
    orderBy: { id: "desc" },
    take: 100,
  });
  return rows.map(invitation);
}

export async function revokeOpenInvitation(db: Tx, id: string, now: Instant): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, ...openAt(now) },
    data: { revokedAt: new Date(now) },
  });
  return count === 1;
}

function openAt(now: Instant) {
  return { usedAt: null, revokedAt: null, expiresAt: { gt: new Date(now) } };
}

function invitation(row: InvitationModel): Invitation {
  return {
    id: row.id,
    role: row.role as Role,
    relayIds: row.relayIds as string[],
    note: row.note,
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
  };
}
