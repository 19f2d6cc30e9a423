import type { Db } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import type { Period, RetentionClass } from "./retention.ts";

/** mail: what strangers wrote goes. record: the rest goes. */
export type Stage = keyof Period;
const DAY = 86_400_000;

/** A letter that did not certainly leave or was not taken back: somebody may still have to do something. */
const UNSETTLED = ["queued", "sending", "unknown", "failed"];
const JUNK = ["other_not_complaint", "autoresponse_bounce"];
const SERIOUS = ["threats", "csam"];
const OWN_CLASS = [...JUNK, ...SERIOUS, "copyright", "law_enforcement"];

const OF_CLASS: Record<RetentionClass, Prisma.CaseWhereInput> = {
  authority: { OR: [{ sealed: true }, { type: "law_enforcement" }] },
  serious: { sealed: false, type: { in: SERIOUS } },
  copyright: { sealed: false, type: "copyright" },
  junk: { sealed: false, type: { in: JUNK } },
  answered: { sealed: false, type: { notIn: OWN_CLASS }, answeredAt: { not: null } },
  unanswered: { sealed: false, type: { notIn: OWN_CLASS }, answeredAt: null },
};

/** `foreseen`: records count though their mails are still there, for they go in the same round. */
type Cut = {
  of: RetentionClass;
  stage: Stage;
  days: number;
  now: Instant;
  foreseen?: boolean;
};

/** The cases of a class that have been closed so long and that nothing keeps; `held` by {@link heldCases}. */
export function dueCases(
  db: Pick<Db, "case">,
  { of, stage, days, now, foreseen = false }: Cut,
  held: readonly string[],
): Prisma.CaseWhereInput {
  const closedAt = { lt: new Date(now - days * DAY) };
  // Opened again and closed since: what came meanwhile has a time of its own.
  const again = { lt: db.case.fields.closedAt };
  const left: Prisma.CaseWhereInput =
    stage === "mail"
      ? { OR: [{ mailPurgedAt: null }, { mailPurgedAt: again }] }
      : { OR: [{ recordPurgedAt: null }, { recordPurgedAt: again }] };
  const after: Prisma.CaseWhereInput =
    stage === "record" && !foreseen ? { mailPurgedAt: { not: null } } : {};
  return { AND: [{ state: "done", closedAt }, left, after, OF_CLASS[of], free(held)] };
}

/** Of all classes: why a case stays, whatever its age. */
function free(held: readonly string[]): Prisma.CaseWhereInput {
  return {
    holds: { none: { releasedAt: null } },
    outbox: { none: { state: { in: UNSETTLED } } },
    followUps: { none: { cameAt: null, undoneAt: null } },
    OR: [{ mergedIntoId: null }, { mergedIntoId: { notIn: [...held] } }],
  };
}

/** Cases a hold stands on. What was joined to one of them is held with it. */
export async function heldCases(db: Pick<Db, "caseHold">): Promise<string[]> {
  const rows = await db.caseHold.findMany({
    where: { releasedAt: null },
    select: { caseId: true },
    distinct: ["caseId"],
  });
  return rows.map(({ caseId }) => caseId);
}

/** Mails in quarantine, or put aside from there, that never became a case. */
export function dueQuarantine(days: number, now: Instant): Prisma.RawMailWhereInput {
  return {
    goneAt: null,
    storedAt: { lt: new Date(now - days * DAY) },
    complaints: { none: {} },
    sightings: {
      some: { outcome: { in: ["quarantined", "excluded"] } },
      none: { outcome: "stored", triagedAt: null },
    },
  };
}
