import type { ComplaintType } from "../classify/classification.ts";
import type { Tx } from "../db/client.ts";
import { LOW_PRIORITY, NO_DEADLINE } from "./decide-case.ts";

const NOTHING: readonly ComplaintType[] = ["autoresponse_bounce", "other_not_complaint"];

/** The deadline of a case as its complaints set it, the earliest of them; empty when it has not changed. */
export async function deadlineOf(
  tx: Tx,
  row: { id: string; deadlineAt: Date | null },
  type: string,
): Promise<{ deadlineAt?: Date | null; sortAt?: Date }> {
  const { _min } = await tx.complaint.aggregate({
    where: { caseId: row.id },
    _min: { deadlineAt: true },
  });
  const deadlineAt = _min.deadlineAt;
  if (deadlineAt?.getTime() === row.deadlineAt?.getTime()) return {};
  const last = NOTHING.includes(type as ComplaintType) ? LOW_PRIORITY : NO_DEADLINE;
  return { deadlineAt, sortAt: deadlineAt ?? new Date(last) };
}
