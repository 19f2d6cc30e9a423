import type { Db, Tx } from "../db/client.ts";
import type { AuditEntryModel } from "../db/generated/models.ts";
import {
  type AuditAct,
  type AuditEntry,
  BEGINNING,
  type Chain,
  entryHash,
  followChain,
} from "./audit-entry.ts";

const PAGE = 1000;

/**
 * Writes down who did what, in the transaction of what was done. The time is that of the writing, whatever clock the act was
 * given: an entry cannot be dated back.
 */
export async function addAudit(tx: Tx, by: string, act: AuditAct): Promise<void> {
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: "desc" } });
  const { kind, what, caseId = null } = act;
  const entry = { seq: (last?.seq ?? 0) + 1, at: Date.now(), by, kind, caseId, what };
  const hash = entryHash(last?.hash ?? BEGINNING, entry);
  await tx.auditEntry.create({ data: { ...entry, at: new Date(entry.at), hash } });
}

/** Does something and writes it down, both or neither. What comes to nothing (false, null, a refusal) is not written. */
export async function onRecord<T>(
  db: Db,
  by: string,
  act: AuditAct,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return await db.$transaction(async (tx) => {
    const answer = await work(tx);
    if (!cameToNothing(answer)) await addAudit(tx, by, act);
    return answer;
  });
}

/** Follows the whole chain. `broken`: the number of the first entry that was changed, left out or put in. */
export async function verifyAudit(db: Db): Promise<Chain> {
  let chain: Chain = { seq: 0, hash: BEGINNING, broken: null };
  for (;;) {
    const rows = await db.auditEntry.findMany({
      where: { seq: { gt: chain.seq } },
      orderBy: { seq: "asc" },
      take: PAGE,
    });
    if (rows.length === 0) return chain;
    chain = followChain(chain, rows.map(auditEntry));
    if (chain.broken !== null) return chain;
  }
}

export function auditEntry(row: AuditEntryModel): AuditEntry {
  return { ...row, at: row.at.getTime() };
}

function cameToNothing(answer: unknown): boolean {
  if (answer === false || answer === null) return true;
  return typeof answer === "object" && "ok" in answer && answer.ok === false;
}
