import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import { lastBeat } from "../db/worker-beat-store.ts";
import { type MailboxMetrics, type Metrics, MONITORED_STATES } from "./metrics.ts";

/** One answer for all who may ask, so there is no viewer: what only some may know is in none of it. Six statements. */
export async function readMetrics(db: Db): Promise<Metrics> {
  const unread = await readUnread(db);
  return {
    mailboxes: await readMailboxes(db),
    ...unread,
    outbox: await readOutbox(db),
    failingSources: await db.relaySource.count({
      where: { enabled: true, lastProblem: { not: null } },
    }),
    beatAt: await lastBeat(db),
  };
}

async function readMailboxes(db: Db): Promise<MailboxMetrics[]> {
  const rows = await db.mailbox.findMany({ orderBy: { id: "asc" } });
  const enabled = rows.filter((row) => row.enabled);
  const held = await heldOf(db, enabled);
  return enabled.map((row) => ({
    number: rows.indexOf(row) + 1,
    lookedAt: (row.checkedAt ?? row.createdAt).getTime(),
    isFailing: row.lastError !== null,
    // As on the page of mailboxes (`mailboxLedger`): what came since the last look is no difference.
    ledgerDifference:
      row.serverCount === null ? null : Math.max(0, row.serverCount - (held.get(row.id) ?? 0)),
  }));
}

/** Of the messages each folder lists, how many the ledger has. */
async function heldOf(db: Db, mailboxes: readonly MailboxModel[]): Promise<Map<string, number>> {
  if (mailboxes.length === 0) return new Map();
  const inForce = mailboxes.map(({ id, uidValidity }) => ({ mailboxId: id, uidValidity }));
  const rows = await db.sighting.groupBy({
    by: ["mailboxId"],
    where: { goneAt: null, OR: inForce },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.mailboxId ?? "", row._count._all]));
}

/** Before a mail is read it is the same for everybody: only what is read can turn out to be sealed. */
async function readUnread(
  db: Db,
): Promise<Pick<Metrics, "waiting" | "waitingSince" | "quarantined">> {
  const rows = await db.sighting.groupBy({
    by: ["outcome"],
    where: { outcome: { in: ["stored", "quarantined"] }, triagedAt: null },
    _count: { _all: true },
    _min: { seenAt: true },
  });
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome);
  return {
    waiting: of("stored")?._count._all ?? 0,
    waitingSince: of("stored")?._min.seenAt?.getTime() ?? null,
    quarantined: of("quarantined")?._count._all ?? 0,
  };
}

/** What failed in a case that is done has been seen. */
async function readOutbox(db: Db): Promise<Metrics["outbox"]> {
  const rows = await db.$queryRaw<{ state: string; letters: number | bigint }[]>`
    SELECT o."state", COUNT(*) AS "letters" FROM "OutboxMail" o JOIN "Case" c ON c."id" = o."caseId"
    WHERE o."state" IN (${Prisma.join([...MONITORED_STATES])}) AND c."sealed" = ${false}
      AND (o."state" IN ('queued', 'sending') OR c."state" <> 'done')
    GROUP BY o."state"`;
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.letters ?? 0);
  return {
    queued: of("queued"),
    sending: of("sending"),
    failed: of("failed"),
    unknown: of("unknown"),
  };
}
