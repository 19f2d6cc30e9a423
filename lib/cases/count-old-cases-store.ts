import type { Db } from "../db/client.ts";
import { keepFact } from "./case-fact-store.ts";

const KEY = "case-facts";
/** Rises when a fact comes to mean something else: then all cases are counted again. */
const VERSION = 2;
type Progress = { version: number; after: string | null; isDone: boolean };
const BATCH = 50;

/**
 * Writes the facts of the cases that are older than the facts, from the first on; the worker does it at its start and goes
 * on where it was stopped. Cases that change meanwhile write their own.
 */
export async function countOldCases(db: Db, isStopped: () => boolean): Promise<void> {
  let progress = await readProgress(db);
  while (!progress.isDone && !isStopped()) {
    const rows = await db.case.findMany({
      where: progress.after === null ? {} : { id: { gt: progress.after } },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true },
    });
    const isDone = rows.length < BATCH;
    progress = { version: VERSION, after: rows.at(-1)?.id ?? progress.after, isDone };
    const value = progress;
    await db.$transaction(async (tx) => {
      for (const { id } of rows) await keepFact(tx, id);
      await tx.setting.upsert({
        where: { key: KEY },
        create: { key: KEY, value },
        update: { value },
      });
    });
  }
}

async function readProgress(db: Db): Promise<Progress> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  const kept = row?.value as Progress | undefined;
  return kept?.version === VERSION ? kept : { version: VERSION, after: null, isDone: false };
}
