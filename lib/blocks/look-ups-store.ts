import type { Db, Tx } from "../db/client.ts";
import { type LookUps, NO_LOOK_UPS } from "./look-ups.ts";

const KEY = "dnsbl-look-ups";

export async function readLookUps(db: Db | Tx): Promise<LookUps> {
  const kept = (await db.setting.findUnique({ where: { key: KEY } }))?.value;
  return typeof kept === "object" && kept !== null && !Array.isArray(kept)
    ? { ...NO_LOOK_UPS, ...kept }
    : NO_LOOK_UPS;
}

/** Whoever calls asks first whether the viewer may. */
export async function writeLookUps(tx: Db | Tx, value: LookUps): Promise<void> {
  await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}
