import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { isPassword } from "./password.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { takeSecondFactor } from "./second-factor.ts";
import { hasCodes } from "./totp-store.ts";
import { claimTry, clearTries, findTried } from "./try-store.ts";
import { findUser } from "./user-store.ts";
import type { Viewer } from "./viewer.ts";

export type Proof = {
  password: string;
  /** Asked for where the person has one-time codes. */
  code: string;
  deviceToken: string | null;
  key: Uint8Array;
  now: Instant;
};

/**
 * Before a signed-in person changes how they sign in: the password again, and the code where they have codes. A session
 * somebody left open, or stole, is not enough. Tries are counted as at sign-in.
 */
export async function proveSelf(
  db: Db,
  viewer: Viewer,
  { password, code, deviceToken, key, now }: Proof,
): Promise<{ ok: true } | Refusal> {
  const tried = await findTried(db, viewer.login, deviceToken);
  if (tried === null || !(await claimTry(db, tried, now))) return wrong();
  const user = await findUser(db, viewer.login);
  if (!user || !(await isPassword(user.passwordHash, password))) return wrong();
  if (await hasCodes(db, user.id))
    if (!(await takeSecondFactor(db, user.id, code, { key, now }))) return wrong();
  await clearTries(db, tried);
  return { ok: true };
}

function wrong(): Refusal {
  return refuse(
    "wrong-proof",
    "Password or code is not right, the code was used already, or there were too many wrong tries. Wait for the next code and try again.",
  );
}
