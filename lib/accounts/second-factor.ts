import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { codeStep } from "./one-time-code.ts";
import { looksLikeRecoveryCode } from "./recovery-code.ts";
import { takeRecoveryCode } from "./recovery-store.ts";
import { readTotp, takeStep } from "./totp-store.ts";

/**
 * Is this the second factor of that person: the code of the moment, or a recovery code? Takes it: neither serves twice.
 * Counts no tries; the callers do that before they ask.
 */
export async function takeSecondFactor(
  db: Db,
  userId: string,
  typed: string,
  { key, now }: { key: Uint8Array; now: Instant },
): Promise<boolean> {
  if (looksLikeRecoveryCode(typed)) return await takeRecoveryCode(db, userId, typed, now);
  const totp = await readTotp(db, userId, key);
  if (totp === null || totp.confirmedAt === null) return false;
  const step = await codeStep(totp.seed, typed, { after: totp.lastStep, now });
  return step !== null && (await takeStep(db, userId, step));
}
