import type { Db, Tx } from "../db/client.ts";
import type { OperatorProfile } from "../drafting/draft.ts";

const KEY = "operator";
/** Before the operator says more: letters then show gaps or leave the sentence out. */
export const NO_PROFILE: OperatorProfile = {
  name: "",
  signature: "",
  jurisdiction: "",
  noticeUrl: null,
  logStatement: null,
  counsel: null,
};

/** The operator as letters name them. */
export async function readOperatorProfile(db: Db | Tx): Promise<OperatorProfile> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  const kept = row?.value;
  return typeof kept === "object" && kept !== null && !Array.isArray(kept)
    ? { ...NO_PROFILE, ...kept }
    : NO_PROFILE;
}

export async function writeOperatorProfile(tx: Db | Tx, profile: OperatorProfile): Promise<void> {
  await tx.setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value: profile },
    update: { value: profile },
  });
}
