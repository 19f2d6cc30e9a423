import { seesAllRelays, seesAllSealed } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

/** A mail that could not be taken, and why. */
export type QuarantineView = {
  id: string;
  mailbox: string | null;
  source: string | null;
  problem: string;
  seenAt: Instant;
};
const PAGE = 200;

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
    include: { mailbox: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    mailbox: row.mailbox?.name ?? null,
    source: seesAllSealed(viewer) ? row.source : null,
    problem: row.problem ?? "The reason was not kept.",
    seenAt: row.seenAt.getTime(),
  }));
}
