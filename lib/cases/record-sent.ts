import type { Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { TimelineKind } from "./case.ts";
import { changeCase, DESK } from "./case-store.ts";
import { findLetter, isTold, otherLetters, type SentLetter } from "./outbox-view-store.ts";
import { stillToSend } from "./send-store.ts";
import { freeDraft } from "./undo-store.ts";

/** What became of a letter, as the outbox found out. `unknown`: the connection ended before the server's last word. */
export type Delivery = {
  outboxId: string;
  outcome: "sent" | "failed" | "unknown";
  /** The server's last words, for the timeline. */
  answer: string | null;
  at: Instant;
};

const KINDS: Record<Delivery["outcome"], TimelineKind> = {
  sent: "sent",
  failed: "send_failed",
  unknown: "send_unknown",
};

/**
 * Tells the case what became of its letter, in the transaction in which the outbox settles the row: sent, with nothing
 * left to send, closes the case as answered; failed or unknown gives it back to the operator, who may send again. Doing
 * it twice does nothing the second time. False: there is no such letter.
 */
export async function recordSent(tx: Tx, delivery: Delivery): Promise<boolean> {
  const { outboxId, outcome, answer, at } = delivery;
  const letter = await findLetter(tx, outboxId);
  if (!letter) return false;
  const kind = KINDS[outcome];
  if (await isTold(tx, letter, kind)) return true;
  if (outcome !== "sent") await freeDraft(tx, letter.draftId);
  const change =
    outcome === "sent"
      ? { answeredAt: new Date(at), ...(await afterSent(tx, letter, at)) }
      : { state: "open", closedAt: null, ...(letter.forCounsel ? {} : { decision: "needs_fact" }) };
  await changeCase(
    tx,
    letter.caseId,
    { letterState: outcome, ...change },
    {
      kind,
      actor: DESK,
      at,
      data: { outboxId, to: letter.to, ...(answer ? { answer: answer.slice(0, 500) } : {}) },
    },
  );
  return true;
}

/** The case is answered once nothing of it is on its way or still to be approved. */
async function afterSent(tx: Tx, letter: SentLetter, at: Instant) {
  const open = (await otherLetters(tx, letter)) + (await stillToSend(tx, letter.caseId));
  return open === 0 ? { state: "done", closedAt: new Date(at) } : {};
}
