import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Db } from "../../lib/db/client.ts";
import { mailboxLedger } from "../../lib/intake/mailbox-store.ts";

/** `lost`: put in and not here whole. `doubled`: here more than once. `unledgered`: on the server and in no ledger. */
export type IntakeTally = {
  mails: number;
  lost: number;
  doubled: number;
  unledgered: number;
  /** Faults in words, for the one who looks for the cause. */
  wrong: string[];
};

/**
 * The desk against what was put in. `mails`: the bytes of each, from whichever way in. `onServer`: how many messages the
 * folder holds. `acknowledged`: hashes a sender was told are safe.
 */
export async function tallyIntake(
  db: Db,
  put: { mails: Iterable<string>; onServer: number; acknowledged: string[] },
): Promise<IntakeTally> {
  const wanted = new Set([...put.mails].map(sha256));
  const held = await heldHashes(db);
  const lost = [...wanted, ...put.acknowledged].filter((hash) => !held.has(hash));
  const strange = [...held].filter((hash) => !wanted.has(hash));
  const doubled = [...(await openedTwice(db)), ...(await sightedTwice(db))];
  const mailbox = await db.mailbox.findFirstOrThrow();
  const ledger = await mailboxLedger(db, mailbox);
  const counted = ledger.stored + ledger.quarantined + ledger.excluded;
  const unledgered = Math.abs(put.onServer - counted) + Math.abs(ledger.difference ?? put.onServer);
  const wrong = [
    ...lost.map((hash) => `lost: ${hash}`),
    ...strange.map((hash) => `not what was put in: ${hash}`),
    ...doubled.map((hash) => `twice: ${hash}`),
    ...(unledgered === 0
      ? []
      : [`ledger ${JSON.stringify(ledger)}, on the server ${put.onServer}`]),
    ...(await integrityFaults(db)),
  ];
  return {
    mails: wanted.size,
    lost: new Set(lost).size + strange.length,
    doubled: doubled.length,
    unledgered,
    wrong,
  };
}

/** Of the bytes as the desk gives them back; a hash it only claims counts for nothing. */
async function heldHashes(db: Db): Promise<Set<string>> {
  const held = new Set<string>();
  for (const { sha256: name } of await db.rawMail.findMany({ select: { sha256: true } })) {
    const row = await db.rawMail.findUniqueOrThrow({ where: { sha256: name } });
    held.add(sha256(gunzipSync(row.gzip)));
  }
  return held;
}

async function openedTwice(db: Db): Promise<string[]> {
  const rows = await db.complaint.groupBy({ by: ["rawSha256"], _count: { _all: true } });
  return rows.filter((row) => row._count._all > 1).map((row) => `case of ${row.rawSha256}`);
}

/** Of the ways in that have no UID: one line in the ledger for the same bytes, however often they came. */
async function sightedTwice(db: Db): Promise<string[]> {
  const rows = await db.sighting.groupBy({
    by: ["rawSha256"],
    where: { mailboxId: null, outcome: "stored" },
    _count: { _all: true },
  });
  return rows.filter((row) => row._count._all > 1).map((row) => `sighting of ${row.rawSha256}`);
}

async function integrityFaults(db: Db): Promise<string[]> {
  if (db.$dialect !== "sqlite") return [];
  const rows = await db.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check`;
  return rows.map((row) => row.integrity_check).filter((word) => word !== "ok");
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
