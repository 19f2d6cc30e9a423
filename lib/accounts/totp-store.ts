import { seal, totpSeedOf, unseal } from "../config/secret.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

/** `lastStep`: the newest step a code was taken for. */
export type Totp = { seed: string; lastStep: number; confirmedAt: Instant | null };

/** The one-time codes of a person, null when there are none or their seed does not open with this key. */
export async function readTotp(db: Db | Tx, userId: string, key: Uint8Array): Promise<Totp | null> {
  const row = await db.totp.findUnique({ where: { userId } });
  const seed = row && unseal(row.seed, totpSeedOf(userId), key);
  if (!row || seed === null) return null;
  return { seed, lastStep: row.lastStep, confirmedAt: row.confirmedAt?.getTime() ?? null };
}

/** Are codes asked of this person? Also when the seed cannot be opened: losing the key switches nothing off. */
export async function hasCodes(db: Db | Tx, userId: string): Promise<boolean> {
  return (await db.totp.count({ where: { userId, confirmedAt: { not: null } } })) > 0;
}

/** A seed that no code has confirmed yet, in the place of an earlier one of that kind. */
export async function putSeed(
  tx: Tx,
  { userId, seed, key, now }: { userId: string; seed: string; key: Uint8Array; now: Instant },
): Promise<void> {
  const sealed = seal(seed, totpSeedOf(userId), key);
  await tx.totp.deleteMany({ where: { userId, confirmedAt: null } });
  await tx.totp.create({ data: { userId, seed: sealed, createdAt: new Date(now) } });
}

/** Takes a step: true for one of several that offer it at once, and never again. */
export async function takeStep(db: Db | Tx, userId: string, step: number): Promise<boolean> {
  const { count } = await db.totp.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** From now on codes are asked for. False: they were already. */
export async function confirmSeed(tx: Tx, userId: string, now: Instant): Promise<boolean> {
  const { count } = await tx.totp.updateMany({
    where: { userId, confirmedAt: null },
    data: { confirmedAt: new Date(now) },
  });
  return count === 1;
}

/** Codes and recovery codes of a person are gone. False: there were none. */
export async function removeCodes(tx: Tx, userId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.halfSignIn.deleteMany({ where: { userId } });
  return (await tx.totp.deleteMany({ where: { userId } })).count > 0;
}
