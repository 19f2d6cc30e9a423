import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { type AlertFacts, NEAR_MS } from "./decide-alerts.ts";

/** One alert tells of all causes there are: it is enough to know so many of each kind. */
const MOST = 1_000;

/** What alerts are decided from. Six statements, each by an index. */
export async function readAlertFacts(db: Db, now: Instant): Promise<AlertFacts> {
  const [oldest] = await db.sighting.findMany({
    where: { outcome: "stored", triagedAt: null },
    orderBy: { seenAt: "asc" },
    take: 1,
    select: { seenAt: true },
  });
  return {
    mailboxes: await readMailboxes(db),
    waitingSince: oldest?.seenAt.getTime() ?? null,
    quarantined: ids(
      await db.sighting.findMany({
        where: { outcome: "quarantined", triagedAt: null },
        orderBy: { id: "desc" },
        ...SOME_IDS,
      }),
    ),
    deadlines: await readDeadlines(db, now),
    sealed: ids(
      await db.case.findMany({
        where: { sealed: true, state: "open", mergedIntoId: null },
        orderBy: { openedAt: "desc" },
        ...SOME_IDS,
      }),
    ),
    letters: ids(
      await db.outboxMail.findMany({
        where: { state: { in: ["failed", "unknown"] }, case: { state: { not: "done" } } },
        orderBy: { id: "desc" },
        ...SOME_IDS,
      }),
    ),
  };
}

const SOME_IDS = { take: MOST, select: { id: true } } as const;

async function readMailboxes(db: Db): Promise<AlertFacts["mailboxes"]> {
  const rows = await db.mailbox.findMany({
    where: { enabled: true },
    select: { id: true, checkedAt: true, createdAt: true },
  });
  return rows.map(({ id, checkedAt, createdAt }) => ({
    id,
    lookedAt: (checkedAt ?? createdAt).getTime(),
  }));
}

/** By the queue's own index: `sortAt` is the deadline, or far away. */
async function readDeadlines(db: Db, now: Instant): Promise<AlertFacts["deadlines"]> {
  const rows = await db.case.findMany({
    where: { state: "open", sortAt: { lte: new Date(now + NEAR_MS) }, deadlineAt: { not: null } },
    orderBy: { sortAt: "desc" },
    take: MOST,
    select: { id: true, deadlineAt: true },
  });
  return rows.flatMap(({ id, deadlineAt }) =>
    deadlineAt ? [{ id, at: deadlineAt.getTime() }] : [],
  );
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
