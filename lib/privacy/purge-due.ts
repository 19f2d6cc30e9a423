import { addAudit } from "../accounts/audit-store.ts";
import { DESK } from "../cases/case-store.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { dueCases, dueQuarantine, heldCases, type Stage } from "./due-store.ts";
import type { PrivacyCounts } from "./privacy-act.ts";
import { addPrivacyAct } from "./privacy-act-store.ts";
import { emptyRaw, purgeMails } from "./purge-mail-store.ts";
import { purgeRecord } from "./purge-record-store.ts";
import { RETENTION_CLASSES, type Retention, type RetentionClass } from "./retention.ts";
import { readRetention } from "./retention-store.ts";
import { forgetWords } from "./search-merge-store.ts";

/** So many cases in one round: nothing else waits long for its turn to write. */
const BATCH = 20;
type Cut = { of: RetentionClass; stage: Stage; days: number; now: Instant };

/**
 * Purges the next cases whose time is over, each in a transaction of its own that looks once more whether anything keeps it.
 * Without a decision of an owner nothing is due. `isMore`: a further round would find more.
 */
export async function purgeDue(
  db: Db,
  { now }: { now: Instant },
): Promise<PrivacyCounts & { isMore: boolean }> {
  const counts = { mails: 0, records: 0, left: 0 };
  const retention = await readRetention(db);
  if (retention === null) return { ...counts, isMore: false };
  let room = BATCH;
  for (const cut of cutsOf(retention, now)) {
    if (room <= 0) break;
    room -= await purgeCut(db, cut, room, counts);
  }
  if (room > 0 && retention.quarantine !== null)
    room -= await purgeQuarantine(db, retention.quarantine, { now, take: room, counts });
  if (counts.mails + counts.records > 0) {
    await addPrivacyAct(db, { at: now, by: DESK, kind: "purge" }, counts);
    await forgetWords(db);
  }
  return { ...counts, isMore: room <= 0 };
}

/** Mails before records: a record is purged only after its mails. */
function cutsOf({ classes }: Retention, now: Instant): Cut[] {
  return (["mail", "record"] as const).flatMap((stage) =>
    RETENTION_CLASSES.flatMap((of) => {
      const days = classes[of][stage];
      return days === null ? [] : [{ of, stage, days, now }];
    }),
  );
}

async function purgeCut(db: Db, cut: Cut, take: number, counts: PrivacyCounts): Promise<number> {
  const where = dueCases(db, cut, await heldCases(db));
  const rows = await db.case.findMany({ where, take, select: { id: true } });
  for (const { id } of rows) await purgeCase(db, id, cut, counts);
  return rows.length;
}

async function purgeCase(db: Db, id: string, cut: Cut, counts: PrivacyCounts): Promise<void> {
  for (let isLast = false; !isLast; )
    isLast = await db.$transaction(async (tx) => {
      const where = { AND: [{ id }, dueCases(tx, cut, await heldCases(tx))] };
      if ((await tx.case.count({ where })) === 0) return true;
      if (cut.stage === "record") {
        await purgeRecord(tx, id, cut.now);
        counts.records += 1;
        return true;
      }
      const done = await purgeMails(tx, id, cut.now);
      counts.mails += done.mails;
      return done.isLast;
    });
}

async function purgeQuarantine(
  db: Db,
  days: number,
  { now, take, counts }: { now: Instant; take: number; counts: PrivacyCounts },
): Promise<number> {
  const where = dueQuarantine(days, now);
  const rows = await db.rawMail.findMany({ where, take, select: { sha256: true } });
  if (rows.length === 0) return 0;
  counts.mails += await db.$transaction(async (tx) => {
    let mails = 0;
    for (const { sha256 } of rows) {
      if ((await tx.rawMail.count({ where: { AND: [{ sha256 }, where] } })) === 0) continue;
      await emptyRaw(tx, sha256, now);
      mails += 1;
    }
    if (mails > 0)
      await addAudit(tx, DESK, { kind: "privacy", what: `quarantine purged: ${mails}` });
    return mails;
  });
  return rows.length;
}
