import { randomBytes } from "node:crypto";
import { sendReply, UNDO_MS } from "../cases/send-reply.ts";
import type { Db } from "../db/client.ts";
import { aForm, THREAD_KEY } from "./a-desk.ts";

/**
 * The owner approves the first letter of a case; it may go out `waitMs` from now. Returns the id of its outbox row. Each
 * case has a recipient of its own: one address takes a hundred letters a day, and a torture writes more.
 */
export async function approveLetter(db: Db, caseId: string, waitMs = 0): Promise<string> {
  const owner = await db.user.findFirstOrThrow({ where: { role: "owner" } });
  const viewer = { userId: owner.id, login: owner.login, role: "owner" as const };
  const to = [`abuse-${caseId}@reporter.example`];
  const form = { ...(await aForm(db, viewer, caseId)), to, now: Date.now() - UNDO_MS + waitMs };
  const answer = await sendReply(db, viewer, form, { threadKey: THREAD_KEY, random: randomBytes });
  if (!answer.ok) throw new Error(`${answer.code}: ${answer.text}`);
  return answer.outboxId;
}
