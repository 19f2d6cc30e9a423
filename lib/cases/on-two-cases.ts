import { notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import { onCase } from "./case-store.ts";
import { lettersOnTheirWay } from "./outbox-view-store.ts";
import { visibleTo } from "./visible.ts";

export type Pair = { one: CaseModel; other: CaseModel };

/**
 * Does `work` on two cases this viewer may see, in one transaction. `otherId` may be a reference. Refuses while a letter
 * of either is on its way: what was approved must go out from the case it was approved in.
 */
export async function onTwoCases<T extends { ok: boolean }>(
  db: Db,
  viewer: Viewer,
  { caseId, otherId }: { caseId: string; otherId: string },
  work: (tx: Tx, pair: Pair) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return await onCase(db, viewer, caseId, async (tx, one): Promise<T | Refusal> => {
    const other = await visibleCase(tx, viewer, otherId);
    if (!other) return notFound("case");
    if (other.id === one.id) return refuse("same-case", "That is this very case.");
    for (const { id, ref } of [one, other])
      if ((await lettersOnTheirWay(tx, id)) > 0)
        return refuse(
          "on-its-way",
          "A letter of case {ref} is on its way. Take it back or wait until it is sent.",
          { ref },
        );
    return await work(tx, { one, other });
  });
}

async function visibleCase(tx: Tx, viewer: Viewer, id: string): Promise<CaseModel | null> {
  const meant = { OR: [{ id }, { ref: id.trim().toUpperCase() }] };
  return await tx.case.findFirst({ where: { AND: [meant, visibleTo(viewer)] } });
}
