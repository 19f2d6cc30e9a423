import type { Db } from "../db/client.ts";

/** A mail that could not be opened as a case this often is put in quarantine, so that it cannot block the others. */
const TRIES = 3;

/** Stored mails that are not a case yet, oldest first. */
export async function pendingSightings(db: Db, take: number): Promise<string[]> {
  const rows = await db.sighting.findMany({
    where: { triagedAt: null, outcome: "stored" },
    orderBy: { id: "asc" },
    take,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Notes a failed try; after the last one the mail waits in quarantine, bytes and all, with the reason. */
export async function recordTry(db: Db, id: string, kind: string): Promise<void> {
  const { attempts } = await db.sighting.update({
    where: { id },
    data: { attempts: { increment: 1 } },
    select: { attempts: true },
  });
  if (attempts >= TRIES) await quarantineMail(db, id, kind);
}

/** The mail waits in quarantine, bytes and all, with the reason. Nothing when it is a case already. */
export async function quarantineMail(db: Db, id: string, kind: string): Promise<void> {
  const problem = `This mail could not be made into a case (${kind}). Its bytes are safe: download it, read it in your mail program, and report the fault.`;
  const where = { id, triagedAt: null, outcome: "stored" };
  await db.sighting.updateMany({ where, data: { outcome: "quarantined", problem } });
}
