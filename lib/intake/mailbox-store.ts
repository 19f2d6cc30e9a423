import type { Db } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";

/** Rows asked for in one statement; SQLite binds at most 32,766 values. */
const BATCH = 5_000;

export async function enabledMailboxes(db: Db): Promise<MailboxModel[]> {
  return await db.mailbox.findMany({ where: { enabled: true }, orderBy: { id: "asc" } });
}

/** The mailbox as it stands now, null when it was removed or switched off. */
export async function currentMailbox(db: Db, id: string): Promise<MailboxModel | null> {
  return await db.mailbox.findFirst({ where: { id, enabled: true } });
}

/** Of these UIDs, the ones the ledger does not have. */
export async function missingUids(
  db: Db,
  at: { mailboxId: string; uidValidity: string },
  uids: number[],
): Promise<number[]> {
  const missing: number[] = [];
  for (let from = 0; from < uids.length; from += BATCH) {
    const some = uids.slice(from, from + BATCH);
    const rows = await db.sighting.findMany({
      where: { ...at, uid: { gte: some[0] ?? 0, lte: some.at(-1) ?? 0 } },
      select: { uid: true },
    });
    const known = new Set(rows.map((row) => row.uid));
    missing.push(...some.filter((uid) => !known.has(uid)));
  }
  return missing;
}

/**
 * Notes which messages of the ledger the folder still lists: what another program deleted or moved away is gone, what is
 * listed again is there. `listed`: every UID of the folder, ascending.
 */
export async function noteGone(
  db: Db,
  at: { mailboxId: string; uidValidity: string },
  listed: number[],
  now: number,
): Promise<void> {
  const there = new Set(listed);
  for (let above = 0; ; ) {
    const rows = await db.sighting.findMany({
      where: { ...at, uid: { gt: above } },
      orderBy: { uid: "asc" },
      take: BATCH,
      select: { id: true, uid: true, goneAt: true },
    });
    const isThere = (row: { uid: number | null }) => there.has(row.uid ?? 0);
    const gone = rows.filter((row) => row.goneAt === null && !isThere(row));
    const back = rows.filter((row) => row.goneAt !== null && isThere(row));
    await setGone(db, gone, new Date(now));
    await setGone(db, back, null);
    const last = rows.at(-1)?.uid;
    if (rows.length < BATCH || last === null || last === undefined) return;
    above = last;
  }
}

async function setGone(db: Db, rows: { id: string }[], goneAt: Date | null): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await db.sighting.updateMany({ where: { id: { in: ids } }, data: { goneAt } });
}

/** A new UIDVALIDITY (RFC 9051, section 2.3.1.1) voids all UIDs: the folder is read again from its start, and hashes tell what is new. */
export async function startOver(db: Db, id: string, uidValidity: string): Promise<void> {
  await db.mailbox.update({
    where: { id },
    data: { uidValidity, lastUid: 0, serverCount: null },
  });
}

export async function moveCursor(db: Db, id: string, lastUid: number): Promise<void> {
  await db.mailbox.update({ where: { id }, data: { lastUid } });
}

export async function recordLook(
  db: Db,
  id: string,
  serverCount: number,
  now: number,
): Promise<void> {
  await db.mailbox.update({
    where: { id },
    data: { serverCount, checkedAt: new Date(now), lastError: null },
  });
}

/** `checkedAt` stays when the last good look was: from then on mail may wait on the server. */
export async function recordFailure(db: Db, id: string, problem: string): Promise<void> {
  await db.mailbox.update({ where: { id }, data: { lastError: problem } });
}

/** Messages listed by the server = stored + quarantined + excluded + difference, which must be 0 after a look. */
export type MailboxLedger = {
  onServer: number | null;
  stored: number;
  quarantined: number;
  excluded: number;
  difference: number | null;
};

/**
 * The ledger of one mailbox, for the UIDVALIDITY in force and the messages the folder still lists: a deleted one cannot
 * make up for one we lack. Exact as of the last look; while a look is under way the ledger may already have more than the
 * server had at the last, which is no difference.
 */
export async function mailboxLedger(
  db: Db,
  mailbox: Pick<MailboxModel, "id" | "uidValidity" | "serverCount">,
): Promise<MailboxLedger> {
  const rows = await db.sighting.groupBy({
    by: ["outcome"],
    where: { mailboxId: mailbox.id, uidValidity: mailbox.uidValidity, goneAt: null },
    _count: { _all: true },
  });
  const count = (outcome: string) => rows.find((row) => row.outcome === outcome)?._count._all ?? 0;
  const [stored, quarantined, excluded] = [
    count("stored"),
    count("quarantined"),
    count("excluded"),
  ];
  const onServer = mailbox.serverCount;
  const difference =
    onServer === null ? null : Math.max(0, onServer - stored - quarantined - excluded);
  return { onServer, stored, quarantined, excluded, difference };
}
