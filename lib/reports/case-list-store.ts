import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { NO_RELAY } from "../cases/case-fact.ts";
import { visibleTo } from "../cases/visible.ts";
import type { Db } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import { type Behind, behindWhere } from "./behind.ts";
import type { Asked } from "./figures.ts";

/** A counted case, as the list behind the figures has it. */
export type ListedCase = {
  id: string;
  ref: string;
  openedAt: Instant;
  type: string;
  verdict: string;
  outcome: string;
  deadline: string;
  deadlineAt: Instant | null;
  answerSeconds: number | null;
  port: number | null;
  provider: string;
  sender: string;
  /** Nicknames, or the id of a relay that is no longer kept. */
  relays: string[];
  mails: number;
};
/** `now`: deadlines that nobody kept are missed by then. */
export type AskedCases = Omit<Asked, "unit"> & { behind: Behind; now: Instant };
/** `next`: where the following page begins, opaque; null at the end. */
export type CasePage = { rows: ListedCase[]; next: string | null };

const PAGE = 500;
const INCLUDE = {
  case: { select: { ref: true, openedAt: true } },
  relays: { select: { relayId: true }, orderBy: { relayId: "asc" } },
} as const;
type Row = Prisma.CaseFactGetPayload<{ include: typeof INCLUDE }>;

/** One page of the cases the figures count, oldest first. What the viewer may not see is not in it. */
export async function pageOfCounted(
  db: Db,
  viewer: Viewer,
  asked: AskedCases & { after: string | null; size: number },
): Promise<CasePage> {
  if (!canSeeDesk(viewer)) return { rows: [], next: null };
  const { now, size } = asked;
  const found = await db.caseFact.findMany({
    where: await rowsOfPage(db, viewer, asked),
    include: INCLUDE,
    orderBy: [{ day: "asc" }, { caseId: "asc" }],
    take: size + 1,
  });
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  const nicknames = await nicknamesOf(db, rows);
  return {
    rows: rows.map((row) => listed(row, nicknames, now)),
    next: found.length > size && last ? `${last.day}.${last.caseId}` : null,
  };
}

/** Of one relay the index of its cases leads; a filter of facts by their relays would look at all of its cases each time. */
async function rowsOfPage(
  db: Db,
  viewer: Viewer,
  asked: AskedCases & { after: string | null; size: number },
): Promise<Prisma.CaseFactWhereInput> {
  const { period, relayId, now, size, behind } = asked;
  const start = readCursor(asked.after) ?? { day: period.from, caseId: "" };
  const place = {
    day: { gte: Math.max(start.day, period.from), lte: period.to },
    OR: [{ day: { gt: start.day } }, { caseId: { gt: start.caseId } }],
  };
  const fact = { AND: behindWhere(behind, now), case: visibleTo(viewer) };
  if (relayId === null) return { ...place, ...fact };
  const about = await db.caseFactRelay.findMany({
    where: { relayId, ...place, fact },
    orderBy: [{ day: "asc" }, { caseId: "asc" }],
    take: size + 1,
    select: { caseId: true },
  });
  return { caseId: { in: about.map(({ caseId }) => caseId) } };
}

/**
 * All of them, a page at a time: each page is read only when the one before is written, so a million need the memory of
 * one.
 */
export async function* listCounted(
  db: Db,
  viewer: Viewer,
  asked: AskedCases,
): AsyncGenerator<ListedCase[]> {
  let after: string | null = null;
  do {
    const page: CasePage = await pageOfCounted(db, viewer, { ...asked, after, size: PAGE });
    yield page.rows;
    after = page.next;
  } while (after !== null);
}

/** A hand-made cursor means the first page. */
function readCursor(cursor: string | null): { day: number; caseId: string } | null {
  const [, day, caseId] = /^(\d{1,6})\.([0-9a-z-]{1,40})$/.exec(cursor ?? "") ?? [];
  return day && caseId ? { day: Number(day), caseId } : null;
}

async function nicknamesOf(db: Db, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ relays }) => relays.map(({ relayId }) => relayId)))];
  const relays = await db.relay.findMany({
    where: { id: { in: ids } },
    select: { id: true, nickname: true },
  });
  return new Map(relays.map(({ id, nickname }) => [id, nickname]));
}

function listed(
  { case: head, relays, caseId, ...fact }: Row,
  nicknames: ReadonlyMap<string, string>,
  now: Instant,
): ListedCase {
  return {
    id: caseId,
    ref: head.ref,
    openedAt: head.openedAt.getTime(),
    type: fact.type,
    verdict: fact.verdict,
    outcome: fact.outcome,
    deadline: deadlineNow(fact, now),
    deadlineAt: fact.deadlineAt?.getTime() ?? null,
    answerSeconds: fact.answerSeconds,
    port: fact.port,
    provider: fact.provider,
    sender: fact.sender,
    relays: relays
      .filter(({ relayId }) => relayId !== NO_RELAY)
      .map(({ relayId }) => nicknames.get(relayId) ?? relayId),
    mails: fact.mails,
  };
}

function deadlineNow(fact: { deadline: string; deadlineAt: Date | null }, now: Instant): string {
  const isOver = fact.deadlineAt !== null && fact.deadlineAt.getTime() <= now;
  return fact.deadline === "pending" && isOver ? "missed" : fact.deadline;
}
