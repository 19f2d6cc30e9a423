import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { newRecoveryCode, plainRecoveryCode } from "./recovery-code.ts";
import { tokenHash } from "./secret-token.ts";

const HOW_MANY = 10;

/** Ten new recovery codes in the place of the old ones. Only their hashes are kept: what is returned is never shown again. */
export async function putRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashOf(userId, code) })),
  });
  return codes;
}

/** Takes a recovery code: true once, for one of several that offer it at once. */
export async function takeRecoveryCode(
  db: Db | Tx,
  userId: string,
  typed: string,
  now: Instant,
): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { codeHash: hashOf(userId, typed), userId, usedAt: null },
    data: { usedAt: new Date(now) },
  });
  return count === 1;
}

export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return await db.recoveryCode.count({ where: { userId, usedAt: null } });
}

function hashOf(userId: string, code: string): string {
  return tokenHash(`${userId}:${plainRecoveryCode(code)}`);
}
