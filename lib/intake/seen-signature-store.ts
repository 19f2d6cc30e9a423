import type { Db } from "../db/client.ts";

/** A signed request, by which it is known again, and until when it could come again. */
export type Once = { id: string; expiresAt: number };

/** Was this request taken before? */
export async function wasTaken(db: Db, { id }: Once): Promise<boolean> {
  return (await db.seenSignature.count({ where: { id } })) > 0;
}

/**
 * Written after what the request brought is on the disk, never before: a crash between the two leaves a mail whose request may
 * be sent again, and the same bytes are known by their hash. Those that are too old to come again go.
 */
export async function noteTaken(db: Db, { id, expiresAt }: Once, now: number): Promise<void> {
  await db.seenSignature.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await db.$executeRaw`
    INSERT INTO "SeenSignature" ("id", "expiresAt") VALUES (${id}, ${new Date(expiresAt)})
    ON CONFLICT DO NOTHING`;
}
