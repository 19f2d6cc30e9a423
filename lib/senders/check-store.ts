import { gunzipSync } from "node:zlib";
import type { Db } from "../db/client.ts";
import { notChecked, type SenderCheck } from "../mail/sender-check.ts";
import type { Instant } from "../time/instant.ts";
import type { StoredMail } from "./check-through-dns.ts";

/** gzip can expand a thousandfold; nothing larger than this was ever stored. */
const MAX_RAW = 200 * 1024 * 1024;
/** Whoever took a mail has so long; then another process may. */
const LEASE_MS = 5 * 60_000;

/** A mail whose sender is to be looked into. `isSealed`: nobody outside may be asked any more. */
export type DueMail = {
  id: string;
  caseId: string;
  tries: number;
  isSealed: boolean;
  /** What was said at the door. */
  before: SenderCheck;
};

/** The next mails to look into, earliest first. */
export async function dueMails(db: Db, now: Instant, most: number): Promise<DueMail[]> {
  const rows = await db.complaint.findMany({
    where: { senderDueAt: { lte: new Date(now) } },
    orderBy: { senderDueAt: "asc" },
    take: most,
    select: {
      id: true,
      caseId: true,
      sender: true,
      senderTries: true,
      case: { select: { sealed: true } },
    },
  });
  return rows.map(({ id, caseId, sender, senderTries, case: { sealed } }) => ({
    id,
    caseId,
    tries: senderTries,
    isSealed: sealed,
    before: (sender as SenderCheck | null) ?? notChecked({ domain: null, doubts: [] }, "no-answer"),
  }));
}

/** False: another process has it. */
export async function claimMail(db: Db, mail: DueMail, now: Instant): Promise<boolean> {
  const { count } = await db.complaint.updateMany({
    where: { id: mail.id, senderTries: mail.tries, senderDueAt: { lte: new Date(now) } },
    data: { senderTries: mail.tries + 1, senderDueAt: new Date(now + LEASE_MS) },
  });
  return count === 1;
}

/** The mail as it was stored; null when it is gone. */
export async function loadMail(db: Db, { id, before }: DueMail): Promise<StoredMail | null> {
  const row = await db.complaint.findUnique({
    where: { id },
    select: {
      fromAddress: true,
      receivedAt: true,
      raw: {
        select: { gzip: true, goneAt: true, sightings: { orderBy: { id: "asc" }, take: 20 } },
      },
    },
  });
  if (!row || row.raw.goneAt !== null) return null;
  // Bytes that also came another way prove no more than on the way that proves least.
  const vias = row.raw.sightings.map(({ via }) => via);
  return {
    raw: gunzipSync(row.raw.gzip, { maxOutputLength: MAX_RAW }),
    via: vias.length > 0 && vias.every((via) => via === vias[0]) ? (vias[0] ?? "") : "",
    shown: row.fromAddress === "" ? null : row.fromAddress,
    receivedAt: row.receivedAt.getTime(),
    before,
  };
}

/** `dueAt`: when to ask again; null: never again. */
export async function keepCheck(
  db: Db,
  id: string,
  { check, dueAt }: { check: SenderCheck; dueAt: Instant | null },
): Promise<void> {
  await db.complaint.updateMany({
    where: { id },
    data: { sender: check, senderDueAt: dueAt === null ? null : new Date(dueAt) },
  });
}

export async function endCheck(db: Db, id: string): Promise<void> {
  await db.complaint.updateMany({ where: { id }, data: { senderDueAt: null } });
}
