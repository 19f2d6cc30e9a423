import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Db, Tx } from "../db/client.ts";
import type { Arrival, Received } from "./arrival.ts";

const compress = promisify(gzip);
type Packed = Arrival & { sha256: string; gzip: Uint8Array<ArrayBuffer> };

/**
 * Stores mails whole, in one transaction; when this returns they are on the disk and the sender may be told so. Bytes
 * are kept once, by their SHA-256: never by Message-ID, which the sender chooses. Storing the same twice does nothing
 * the second time, so every way in may repeat after a crash.
 */
export async function storeArrivals(db: Db, arrivals: Arrival[], now: number): Promise<Received[]> {
  const packed = await Promise.all(arrivals.map(pack));
  return await db.$transaction(async (tx) => {
    const known = await knownHashes(tx, packed);
    const inLedger = await knownUids(tx, packed);
    const received: Received[] = [];
    for (const mail of packed) {
      const isNew = !known.has(mail.sha256);
      known.add(mail.sha256);
      received.push(await storeOne(tx, mail, { isNew, inLedger, now }));
    }
    return received;
  });
}

/** A message that cannot be taken: the ledger says so, and why, so that nothing is missing without a word. */
export async function quarantine(
  db: Db,
  at: NonNullable<Arrival["at"]>,
  problem: string,
  now: number,
): Promise<void> {
  await db.sighting.upsert({
    where: { mailboxId_uidValidity_uid: at },
    create: { ...at, via: "imap", outcome: "quarantined", problem, seenAt: new Date(now) },
    update: { problem },
  });
}

async function pack(arrival: Arrival): Promise<Packed> {
  const sha256 = createHash("sha256").update(arrival.raw).digest("hex");
  return { ...arrival, sha256, gzip: new Uint8Array(await compress(arrival.raw)) };
}

async function storeOne(
  tx: Tx,
  mail: Packed,
  seen: { isNew: boolean; inLedger: Set<string>; now: number },
): Promise<Received> {
  const at = new Date(seen.now);
  if (seen.isNew)
    await tx.rawMail.create({
      data: { sha256: mail.sha256, gzip: mail.gzip, size: mail.raw.length, storedAt: at },
    });
  const counted = mail.at === null ? !seen.isNew : seen.inLedger.has(ledgerKey(mail.at));
  if (counted) return { sha256: mail.sha256, sightingId: null, isNew: seen.isNew };
  if (mail.at) seen.inLedger.add(ledgerKey(mail.at));
  const sighting = await tx.sighting.create({
    data: {
      ...mail.at,
      via: mail.via,
      source: mail.source,
      archive: mail.archive,
      outcome: "stored",
      rawSha256: mail.sha256,
      seenAt: at,
    },
    select: { id: true },
  });
  return { sha256: mail.sha256, sightingId: sighting.id, isNew: seen.isNew };
}

async function knownHashes(tx: Tx, mails: Packed[]): Promise<Set<string>> {
  const rows = await tx.rawMail.findMany({
    where: { sha256: { in: mails.map((mail) => mail.sha256) } },
    select: { sha256: true },
  });
  return new Set(rows.map((row) => row.sha256));
}

async function knownUids(tx: Tx, mails: Packed[]): Promise<Set<string>> {
  const [first] = mails.flatMap((mail) => (mail.at ? [mail.at] : []));
  if (!first) return new Set();
  const rows = await tx.sighting.findMany({
    where: {
      mailboxId: first.mailboxId,
      uidValidity: first.uidValidity,
      uid: { in: mails.flatMap((mail) => (mail.at ? [mail.at.uid] : [])) },
    },
    select: { mailboxId: true, uidValidity: true, uid: true },
  });
  return new Set(
    rows.map((row) =>
      ledgerKey({
        mailboxId: row.mailboxId ?? "",
        uidValidity: row.uidValidity ?? "",
        uid: row.uid ?? 0,
      }),
    ),
  );
}

function ledgerKey(at: NonNullable<Arrival["at"]>): string {
  return `${at.mailboxId} ${at.uidValidity} ${at.uid}`;
}
