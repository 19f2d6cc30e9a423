import type { Db, Tx } from "../db/client.ts";
import type { Retention } from "./retention.ts";

const KEY = "retention";

/** What an owner decided; null: nobody has yet, and nothing is purged. */
export async function readRetention(db: Db | Tx): Promise<Retention | null> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  return row === null ? null : (row.value as Retention);
}

export async function writeRetention(tx: Tx, value: Retention | null): Promise<void> {
  await tx.setting.deleteMany({ where: { key: KEY } });
  if (value !== null) await tx.setting.create({ data: { key: KEY, value } });
}
