import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { changeCase, onCase } from "./case-store.ts";
import { addFollowUp, pendingFollowUp, takeBackFollowUp } from "./follow-up-store.ts";

type Input = { caseId: string; days: number; reason: string; now: Instant };

const DAY = 24 * 3_600_000;
const MAX_DAYS = 365;

/**
 * The case leaves the queue and comes back in so many days. An open case must not sleep past its deadline. A second plan takes
 * the place of the first.
 */
export async function planFollowUp(
  db: Db,
  viewer: Viewer,
  { caseId, days, reason, now }: Input,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("plan follow-ups");
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    return refuse("bad-days", "Say in how many days, from 1 to {max}.", { max: MAX_DAYS });
  const dueAt = now + days * DAY;
  return await onCase(db, viewer, caseId, async (tx, row) => {
    if (row.state === "open" && row.deadlineAt !== null && row.deadlineAt.getTime() < dueAt)
      return refuse(
        "deadline",
        "The answer is due by {deadline} UTC, before that day. Answer first, or choose fewer days.",
        { deadline: toIso(row.deadlineAt.getTime()).slice(0, 16) },
      );
    const earlier = await pendingFollowUp(tx, row.id);
    if (earlier !== null) await takeBackFollowUp(tx, earlier.id, { by: viewer.userId, now });
    const why = reason.trim().slice(0, 300) || "to see whether it stopped";
    const before = earlier?.before ?? row.state;
    await addFollowUp(tx, { caseId: row.id, dueAt, reason: why, before, by: viewer.userId, now });
    const text = `To be looked at again on ${toIso(dueAt).slice(0, 10)}: ${why}`;
    const item = { kind: "follow_up" as const, actor: viewer.userId, at: now, data: { text } };
    await changeCase(tx, row.id, row.state === "open" ? { state: "waiting" } : {}, item);
    return { ok: true as const };
  });
}

/** Takes it back: the case is as it was, unless something else moved it meanwhile. */
export async function undoFollowUp(
  db: Db,
  viewer: Viewer,
  { caseId, now }: { caseId: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("plan follow-ups");
  return await onCase(db, viewer, caseId, async (tx, row) => {
    const planned = await pendingFollowUp(tx, row.id);
    if (planned === null || !(await takeBackFollowUp(tx, planned.id, { by: viewer.userId, now })))
      return refuse("none", "This case has come back already, or was never put off.");
    const state = row.state === "waiting" && planned.before === "open" ? { state: "open" } : {};
    const data = { text: "Not put off any more" };
    await changeCase(tx, row.id, state, { kind: "follow_up", actor: viewer.userId, at: now, data });
    return { ok: true as const };
  });
}
