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

/** A new UIDVALIDITY (RFC 9051, section 2.3.1.1) voids all UIDs: the folder is read again from its start, and hashes tell what is new. */
export async function startOver(db: Db, id: string, uidValidity: string): Promise<void> {
  await db.mailbox.update({ where: { id }, data: { uidValidity, lastUid: 0 } });
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

export async function recordFailure(
  db: Db,
  id: string,
  problem: string,
  now: number,
): Promise<void> {
  await db.mailbox.update({
    where: { id },
    data: { lastError: problem, checkedAt: new Date(now) },
  });
}

/** Messages seen on the server = stored + quarantined + excluded. `difference` must be 0 after a look. */
export type MailboxLedger = {
  onServer: number | null;
  stored: number;
  quarantined: number;
  excluded: number;
  difference: number | null;
};

/**
 * The ledger of one mailbox, for the UIDVALIDITY in force. Messages deleted on the server stay in the ledger, so the
 * difference is what the server has and we lack: never below 0.
 */
export async function mailboxLedger(
  db: Db,
  mailbox: Pick<MailboxModel, "id" | "uidValidity" | "serverCount">,
): Promise<MailboxLedger> {
  const rows = await db.sighting.groupBy({
    by: ["outcome"],
    where: { mailboxId: mailbox.id, uidValidity: mailbox.uidValidity },
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
