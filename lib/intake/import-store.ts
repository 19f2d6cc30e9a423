import type { Db } from "../db/client.ts";

/** A mail of an import that cannot be taken whole stands in the ledger once, however often it is imported. */
export async function quarantineImport(
  db: Db,
  { source, problem, archive }: { source: string; problem: string; archive: boolean },
  now: number,
): Promise<void> {
  const row = { via: "import", source, outcome: "quarantined" };
  if (await db.sighting.findFirst({ where: row, select: { id: true } })) return;
  await db.sighting.create({ data: { ...row, problem, archive, seenAt: new Date(now) } });
}
