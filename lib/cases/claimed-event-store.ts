import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Ip } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseLine } from "./case.ts";
import { type ClaimedEvent, claimedEvents } from "./claimed-events.ts";
import type { StoredTriage } from "./stored-triage.ts";
import { visibleTo } from "./visible.ts";

/** SQLite takes 32766 values in one statement. */
const BATCH = 500;

/** Writes the events of a complaint flat, in the place of those it had. */
export async function keepEvents(
  tx: Tx,
  complaint: { id: string; receivedAt: Date },
  { complaint: said }: Pick<StoredTriage, "complaint">,
): Promise<void> {
  const { id: complaintId, receivedAt } = complaint;
  await tx.claimedEvent.deleteMany({ where: { complaintId } });
  const rows = claimedEvents(said).map((event, position) => ({
    complaintId,
    position,
    receivedAt,
    ...event,
  }));
  if (rows.length > 0) await tx.claimedEvent.createMany({ data: rows });
}

export type AskedEvents = {
  since: Instant;
  /** Of complaints that came before this moment; absent: up to now. */
  until?: Instant;
  /** Only events about these addresses of ours; null: about any. */
  about: readonly Ip[] | null;
  /** At most this many, the newest. */
  limit: number;
};

/** What the police ask is left out of every count, also for those who may read it; a bounce accuses nobody. */
const COUNTED = {
  sealed: false,
  type: { notIn: ["autoresponse_bounce", "other_not_complaint"] },
};

/** Events of complaints the viewer may see, newest complaint first; `more` when there are more than asked for. */
export async function readEvents(
  db: Db,
  viewer: Viewer,
  { since, until, about, limit }: AskedEvents,
): Promise<{ events: (ClaimedEvent & { complaintId: string })[]; more: boolean }> {
  const rows = await db.claimedEvent.findMany({
    where: {
      receivedAt: {
        gte: new Date(since),
        ...(until === undefined ? {} : { lt: new Date(until) }),
      },
      ...(about === null ? {} : { sourceIp: { in: about.slice(0, BATCH) } }),
      complaint: { case: { AND: [visibleTo(viewer), COUNTED] } },
    },
    orderBy: { receivedAt: "desc" },
    take: limit + 1,
    omit: { receivedAt: true, position: true },
  });
  return { events: rows.slice(0, limit), more: rows.length > limit };
}

export type ComplaintHead = {
  id: string;
  caseId: string;
  ref: string;
  title: string;
  type: string;
  /** Who passed it on: the provider, or null when it came straight. */
  forwardedBy: string | null;
  receivedAt: Instant;
};

/** The heads of complaints the viewer may see, newest first. */
export async function complaintHeads(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ComplaintHead[]> {
  const heads: ComplaintHead[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await db.complaint.findMany({
      where: { id: { in: ids.slice(from, from + BATCH) }, case: visibleTo(viewer) },
      select: {
        id: true,
        receivedAt: true,
        case: { select: { id: true, ref: true, title: true, type: true, line: true } },
      },
    });
    for (const { id, receivedAt, case: of } of rows)
      heads.push({
        id,
        caseId: of.id,
        ref: of.ref,
        title: of.title,
        type: of.type,
        forwardedBy: (of.line as Partial<CaseLine>).forwardedBy ?? null,
        receivedAt: receivedAt.getTime(),
      });
  }
  return heads.sort((a, b) => b.receivedAt - a.receivedAt);
}
