import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { AuditAct } from "./audit-entry.ts";
import { countFailure } from "./failed-sign-in-store.ts";
import { closeHalf, readHalf } from "./half-sign-in-store.ts";
import { looksLikeRecoveryCode } from "./recovery-code.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { takeSecondFactor } from "./second-factor.ts";
import { enter, SIGNED_IN, type SignedIn } from "./sign-in.ts";
import { claimTry, findTried } from "./try-store.ts";

type Finish = {
  half: string | null;
  /** Of the authenticator app, or a recovery code. */
  code: string;
  deviceToken: string | null;
  agent?: string;
  key: Uint8Array;
  now: Instant;
};

/**
 * The second step: the code of the person whose password was right. A try is counted before the code is looked at, with
 * the same count as the password's, so at most eight of the two together in a quarter of an hour.
 */
export async function finishSignIn(db: Db, input: Finish): Promise<SignedIn | Refusal> {
  const { half, now } = input;
  const user = await readHalf(db, half, now);
  if (user === null || half === null) return over();
  const tried = await findTried(db, user.login, input.deviceToken);
  const mayTry = tried !== null && (await claimTry(db, tried, now));
  if (!mayTry || !(await takeSecondFactor(db, user.id, input.code, input))) {
    await countFailure(db, user.id, now);
    return wrong();
  }
  if (!(await closeHalf(db, half))) return over();
  const act = looksLikeRecoveryCode(input.code) ? WITH_RECOVERY_CODE : SIGNED_IN;
  return await enter(db, user.id, tried, { ...input, act });
}

const WITH_RECOVERY_CODE: AuditAct = { kind: "sign-in", what: "signed in with a recovery code" };

function over(): Refusal {
  return refuse("half-over", "That took too long. Type login and password again.");
}

function wrong(): Refusal {
  return refuse(
    "wrong-code",
    "This code is not right, was used already, or there were too many wrong tries. Wait for the next code, or use a recovery code; after several wrong tries wait a few minutes. On the desk's machine 'npx exitdesk user codes-off LOGIN' switches codes off.",
  );
}
