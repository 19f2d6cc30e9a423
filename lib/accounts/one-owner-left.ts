import type { Db, Tx } from "../db/client.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { countOwners } from "./user-store.ts";

/**
 * Does `work` on people in one transaction and keeps it only when somebody who may sign in still owns the desk. Counted
 * after the change, while the transaction holds the database: of two that take the last two owners away, one is refused.
 */
export async function whileOwned<T extends { ok: true }>(
  db: Db,
  work: (tx: Tx) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  try {
    return await db.$transaction(async (tx) => {
      const answer = await work(tx);
      if (!answer.ok) throw new TakenBack(answer);
      if ((await countOwners(tx)) === 0) throw new TakenBack(lastOwner());
      return answer;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal;
    throw error;
  }
}

function lastOwner(): Refusal {
  return refuse(
    "last-owner",
    "This is the last owner who can sign in. Make somebody else an owner first.",
  );
}

/** Thrown inside a transaction only, to roll it back. */
class TakenBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.text);
    this.refusal = refusal;
  }
}
