import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Db, Tx } from "../db/client.ts";
import type { Arrival, Received } from "./arrival.ts";

type Packed = Arrival & { sha256: string; gzip: Uint8Array<ArrayBuffer> };

/**
 * Stores mails whole, in one transaction; when this returns they are on the disk and the sender may be told so. Bytes
 * are kept once, by their SHA-256: never by Message-ID, which the sender chooses. Storing the same twice does nothing
 * the second time, so every way in may repeat after a crash.
 */
export async function storeArrivals(db: Db, arrivals: Arrival[], now: number): Promise<Received[]> {
  const packed = arrivals.map(pack);
  return await db.$transaction(async (tx) => {
    const known = await knownHashes(tx, packed);
    const inLedger = await knownUids(tx, packed);
    const plans = packed.map((mail) => planFor(mail, known, inLedger));
    await insert(tx, plans, new Date(now));
    return plans.map(({ mail, isNew }) => ({ sha256: mail.sha256, isNew }));
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

/** One after the other: compressions side by side hold a quarter of a megabyte each, outside the heap. */
function pack(arrival: Arrival): Packed {
  const sha256 = createHash("sha256").update(arrival.raw).digest("hex");
  return { ...arrival, sha256, gzip: new Uint8Array(gzipSync(arrival.raw)) };
}

type Plan = { mail: Packed; isNew: boolean; sight: boolean };

/** `sight`: it goes into the ledger. A server's message once by its UID; of other ways in only bytes that are new. */
function planFor(mail: Packed, known: Set<string>, inLedger: Set<string>): Plan {
  const isNew = !known.has(mail.sha256);
  const counted = mail.at === null ? !isNew : inLedger.has(ledgerKey(mail.at));
  known.add(mail.sha256);
  if (mail.at) inLedger.add(ledgerKey(mail.at));
  return { mail, isNew, sight: !counted };
}

/** Two statements for the whole batch: one a mail costs four times as much. */
async function insert(tx: Tx, plans: Plan[], at: Date): Promise<void> {
  const raws = plans.filter((plan) => plan.isNew);
  if (raws.length > 0)
    await tx.rawMail.createMany({
      data: raws.map(({ mail: { sha256, gzip, raw } }) => ({
        sha256,
        gzip,
        size: raw.length,
        storedAt: at,
      })),
    });
  const sights = plans.filter((plan) => plan.sight);
  if (sights.length > 0)
    await tx.sighting.createMany({
      data: sights.map(({ mail: { at: place, via, source, archive, sha256 } }) => ({
        ...place,
        via,
        source,
        archive,
        outcome: "stored",
        rawSha256: sha256,
        seenAt: at,
      })),
    });
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
