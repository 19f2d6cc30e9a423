import type { Db, Tx } from "../db/client.ts";
import { NO_SENDER_TRUST, type SenderTrust } from "./sender-trust.ts";

const KEY = "sender-trust";

export async function readSenderTrust(db: Db | Tx): Promise<SenderTrust> {
  const kept = (await db.setting.findUnique({ where: { key: KEY } }))?.value;
  return typeof kept === "object" && kept !== null && !Array.isArray(kept)
    ? { ...NO_SENDER_TRUST, ...kept }
    : NO_SENDER_TRUST;
}

/** Whoever calls asks first whether the viewer may. */
export async function writeSenderTrust(tx: Db | Tx, value: SenderTrust): Promise<void> {
  await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}
