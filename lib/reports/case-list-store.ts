import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { visibleTo } from "../cases/visible.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { Asked } from "./figures.ts";

/** A counted case, as the list behind the figures has it. */
export type ListedCase = {
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

const PAGE = 500;

/**
 * The cases the figures count, oldest first, a page at a time: each page is read only when the one before is written, so a
 * million of them need the memory of one. What the viewer may not see is not in it.
 */
export async function* listCounted(
  db: Db,
  viewer: Viewer,
  { period, relayId, now }: Omit<Asked, "unit"> & { now: Instant },
): AsyncGenerator<ListedCase[]> {
  if (!canSeeDesk(viewer)) return;
  const nicknames = new Map(
    (await db.relay.findMany({ select: { id: true, nickname: true } })).map((one) => [
      one.id,
      one.nickname,
    ]),
  );
  let after = { day: period.from, caseId: "" };
  for (;;) {
    const rows = await db.caseFact.findMany({
      where: {
        day: { gte: after.day, lte: period.to },
        OR: [{ day: { gt: after.day } }, { caseId: { gt: after.caseId } }],
        ...(relayId === null ? {} : { relays: { some: { relayId } } }),
        case: visibleTo(viewer),
      },
      include: {
        case: { select: { ref: true, openedAt: true } },
        relays: { select: { relayId: true }, orderBy: { relayId: "asc" } },
      },
      orderBy: [{ day: "asc" }, { caseId: "asc" }],
      take: PAGE,
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ case: head, relays, ...fact }) => ({
      ...head,
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
      relays: relays.map((one) => nicknames.get(one.relayId) ?? one.relayId),
      mails: fact.mails,
    }));
    if (rows.length < PAGE) return;
    after = { day: last.day, caseId: last.caseId };
  }
}

function deadlineNow(fact: { deadline: string; deadlineAt: Date | null }, now: Instant): string {
  const isOver = fact.deadlineAt !== null && fact.deadlineAt.getTime() <= now;
  return fact.deadline === "pending" && isOver ? "missed" : fact.deadline;
}
