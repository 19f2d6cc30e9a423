import { gunzipSync } from "node:zlib";
import { onRecord } from "../accounts/audit-store.ts";
import { seesAllRelays, seesAllSealed } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

/** A mail that could not be taken, and why. */
export type QuarantineView = {
  id: string;
  mailbox: string | null;
  source: string | null;
  problem: string;
  seenAt: Instant;
  /** The bytes are in the desk and this person may have them. */
  hasBytes: boolean;
  /** The bytes are in the desk, or on a server that can be asked for them. */
  canRetry: boolean;
};
const PAGE = 200;
const MAX_RAW = 64 * 1024 * 1024;
const HELD = { raw: { select: { goneAt: true } } } as const;
type Held = { raw: { goneAt: Date | null } | null };

/**
 * The newest quarantined mails. Nobody has read them, so any of them may be for sealed eyes; where and why says nothing
 * about what they hold, and that is all this shows. File names of imports can tell more: owners see those.
 */
export async function listQuarantine(db: Db, viewer: Viewer): Promise<QuarantineView[]> {
  if (!seesAllRelays(viewer)) return [];
  const rows = await db.sighting.findMany({
    where: { outcome: "quarantined" },
    orderBy: { id: "desc" },
    take: PAGE,
    include: { mailbox: { select: { name: true } }, ...HELD },
  });
  return rows.map((row) => ({
    id: row.id,
    mailbox: row.mailbox?.name ?? null,
    source: seesAllSealed(viewer) ? row.source : null,
    problem: row.problem ?? "The reason was not kept.",
    seenAt: row.seenAt.getTime(),
    hasBytes: seesAllSealed(viewer) && isHeld(row),
    canRetry: isHeld(row) || row.mailboxId !== null,
  }));
}

/** The bytes of a quarantined mail, for those who may see any case there can be; that they were read is written down. */
export async function readQuarantined(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<{ sha256: string; bytes: Uint8Array } | null> {
  if (!seesAllSealed(viewer)) return null;
  return await onRecord(db, viewer.userId, { kind: "read", what: "mail in quarantine" }, (tx) =>
    bytesOf(tx, id),
  );
}

async function bytesOf(tx: Tx, id: string): Promise<{ sha256: string; bytes: Uint8Array } | null> {
  const row = await tx.sighting.findFirst({
    where: { id, outcome: "quarantined" },
    include: { raw: true },
  });
  if (!row?.raw || row.raw.goneAt !== null) return null;
  const bytes = gunzipSync(row.raw.gzip, { maxOutputLength: MAX_RAW });
  return { sha256: row.raw.sha256, bytes };
}

/**
 * Has a quarantined mail tried again: one whose bytes are here is to be opened as a case once more; one that stayed on its
 * server leaves the ledger, so that the next look at the folder finds it missing. False when there is nothing to try.
 */
export async function tryQuarantinedAgain(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.sighting.findFirst({ where: { id, outcome: "quarantined" }, include: HELD });
  if (!row) return false;
  if (isHeld(row)) {
    const data = { outcome: "stored", attempts: 0, problem: null };
    await tx.sighting.update({ where: { id }, data });
    return true;
  }
  if (row.mailboxId === null || row.uid === null) return false;
  await tx.sighting.delete({ where: { id } });
  await tx.mailbox.updateMany({
    where: { id: row.mailboxId, lastUid: { gte: row.uid } },
    data: { lastUid: row.uid - 1 },
  });
  return true;
}

/** The mail was looked at elsewhere: the ledger keeps it as one the desk does not want. False when it is not in quarantine. */
export async function excludeQuarantined(tx: Tx, id: string): Promise<boolean> {
  const where = { id, outcome: "quarantined" };
  const { count } = await tx.sighting.updateMany({ where, data: { outcome: "excluded" } });
  return count > 0;
}

function isHeld({ raw }: Held): boolean {
  return raw !== null && raw.goneAt === null;
}
