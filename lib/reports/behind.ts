import type { CaseOutcome, DeadlineOutcome } from "../cases/case-fact.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";

/** The cases behind one figure: those that agree in all that is given. An empty text and a null port are values too. */
export type Behind = {
  type?: string | undefined;
  verdict?: string | undefined;
  port?: number | null | undefined;
  provider?: string | undefined;
  sender?: string | undefined;
  outcome?: CaseOutcome | undefined;
  deadline?: DeadlineOutcome | undefined;
};

/** The same for a query of facts. A deadline nobody kept counts as missed from its moment on. */
export function behindWhere(behind: Behind, now: Instant): Prisma.CaseFactWhereInput[] {
  const { deadline, ...plain } = behind;
  const wanted = Object.entries(plain).filter(([, value]) => value !== undefined);
  return [Object.fromEntries(wanted), ...deadlineWhere(deadline, now)];
}

function deadlineWhere(
  deadline: DeadlineOutcome | undefined,
  now: Instant,
): Prisma.CaseFactWhereInput[] {
  if (deadline === undefined) return [];
  const counted = { outcome: { not: "history" } };
  const over = { deadline: "pending", deadlineAt: { lte: new Date(now) } };
  if (deadline === "missed") return [counted, { OR: [{ deadline }, over] }];
  return deadline === "pending" ? [counted, { deadline }, { NOT: over }] : [counted, { deadline }];
}
