import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { OutboxState } from "./case.ts";
import { visibleTo } from "./visible.ts";

/** What was done last and may still be taken back: a letter that was sent, or a case that was closed. */
export type Undoable =
  | { did: "sent"; letter: { id: string; to: string[]; state: OutboxState; notBefore: Instant } }
  | { did: "closed"; title: string };

/** Without `outboxId` it is the closing of the case. Null: there is no such thing for this viewer. One statement. */
export async function readUndo(
  db: Db,
  viewer: Viewer,
  { caseId, outboxId }: { caseId: string; outboxId: string | undefined },
): Promise<Undoable | null> {
  if (outboxId === undefined) {
    const closed = await db.case.findFirst({
      where: { AND: [{ id: caseId, state: "done" }, visibleTo(viewer)] },
      select: { title: true },
    });
    return closed && { did: "closed", title: closed.title };
  }
  const row = await db.outboxMail.findFirst({
    where: { id: outboxId, caseId, case: visibleTo(viewer) },
    select: { id: true, to: true, state: true, notBefore: true },
  });
  if (row === null) return null;
  const [to, state] = [row.to as string[], row.state as OutboxState];
  return { did: "sent", letter: { id: row.id, to, state, notBefore: row.notBefore.getTime() } };
}
