import type { Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { Lookalike } from "./find-case.ts";

/** Notes the cases a new one looks like, for a person to decide. */
export async function keepLookalikes(
  tx: Tx,
  caseId: string,
  alike: readonly Lookalike[],
  now: Instant,
): Promise<void> {
  for (const { candidate, reason } of alike)
    await tx.lookalike.create({
      data: { caseId, otherId: candidate.id, reason, at: new Date(now) },
    });
}

/** A person has said whether these two are one. Returns how many open questions that answers. */
export async function settleLookalikes(
  tx: Tx,
  said: {
    caseId: string;
    otherId: string;
    answer: "joined" | "different";
    actor: string;
    now: Instant;
  },
): Promise<number> {
  const { caseId, otherId, answer, actor, now } = said;
  const { count } = await tx.lookalike.updateMany({
    where: {
      answer: null,
      OR: [
        { caseId, otherId },
        { caseId: otherId, otherId: caseId },
      ],
    },
    data: { answer, settledAt: new Date(now), settledBy: actor },
  });
  return count;
}
