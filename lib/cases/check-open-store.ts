import { randomUUID } from "node:crypto";
import type { Db, Tx } from "../db/client.ts";

const KEY = "check-open-cases";
type Wish = { id: string; after: string | null };
export type Round = { wish: Wish; caseIds: string[]; isLast: boolean };

/** Asks the worker to read all open cases again, from the first. */
export async function wishForCheck(db: Db | Tx): Promise<void> {
  const value: Wish = { id: randomUUID(), after: null };
  await db.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}

/** The next open cases to read again; null when nobody asked. */
export async function nextToCheck(db: Db, size: number): Promise<Round | null> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  if (!row) return null;
  const wish = row.value as Wish;
  const rows = await db.case.findMany({
    where: { state: "open", ...(wish.after ? { id: { gt: wish.after } } : {}) },
    orderBy: { id: "asc" },
    take: size,
    select: { id: true },
  });
  return { wish, caseIds: rows.map((one) => one.id), isLast: rows.length < size };
}

/** Remembers how far it came; a wish made meanwhile starts again from the first. */
export async function keepProgress(db: Db, { wish, caseIds, isLast }: Round): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await tx.setting.findUnique({ where: { key: KEY } });
    if (!row || (row.value as Wish).id !== wish.id) return;
    if (isLast) await tx.setting.delete({ where: { key: KEY } });
    else
      await tx.setting.update({
        where: { key: KEY },
        data: { value: { ...wish, after: caseIds.at(-1) ?? wish.after } },
      });
  });
}
