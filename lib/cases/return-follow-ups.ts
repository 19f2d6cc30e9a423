import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { changeCase, DESK } from "./case-store.ts";
import { caseNow, claimFollowUp, dueFollowUps } from "./follow-up-store.ts";

const AT_ONCE = 50;

/** The worker's round: what was put off until now is open and due again, once, wherever its mails are by now. */
export async function returnFollowUps(db: Db, now: Instant): Promise<number> {
  const due = await dueFollowUps(db, now, AT_ONCE);
  for (const { id, caseId, dueAt, reason } of due)
    await db.$transaction(async (tx) => {
      if (!(await claimFollowUp(tx, id, now))) return;
      const row = await caseNow(tx, caseId);
      if (row === null) return;
      const sortAt = new Date(Math.min(dueAt, row.deadlineAt?.getTime() ?? dueAt));
      const item = { kind: "follow_up" as const, actor: DESK, at: now };
      const data = { text: `Due again: ${reason}` };
      await changeCase(tx, row.id, { state: "open", closedAt: null, sortAt }, { ...item, data });
    });
  return due.length;
}
