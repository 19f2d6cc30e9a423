import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addAudit, onRecord } from "./audit-store.ts";
import { codeStep, newSeed } from "./one-time-code.ts";
import { canManageUsers } from "./permissions.ts";
import { type Proof, proveSelf } from "./prove-self.ts";
import { putRecoveryCodes } from "./recovery-store.ts";
import { forbidden, notFound, type Refusal, refuse } from "./refusal.ts";
import { readRequiredRoles } from "./required-factor-store.ts";
import { endSessions, markEnrolled } from "./session-store.ts";
import { confirmSeed, hasCodes, putSeed, readTotp, removeCodes, takeStep } from "./totp-store.ts";
import { findUser } from "./user-store.ts";
import type { Viewer } from "./viewer.ts";

/** A new secret for the person's app. Nothing asks for codes before `confirmCodes`. */
export async function beginCodes(
  db: Db,
  viewer: Viewer,
  proof: Proof,
): Promise<{ ok: true } | Refusal> {
  const { userId } = viewer;
  if (await hasCodes(db, userId)) return alreadyOn();
  const proven = await proveSelf(db, viewer, proof);
  if (!proven.ok) return proven;
  const { key, now } = proof;
  await db.$transaction(async (tx) => await putSeed(tx, { userId, seed: newSeed(), key, now }));
  return { ok: true };
}

/**
 * A first code shows that the app has the secret: from now on codes are asked for. Every other session of the person ends,
 * for it was opened without one. Returns the recovery codes, shown this once.
 */
export async function confirmCodes(
  db: Db,
  viewer: Viewer,
  given: { code: string; token: string | null; key: Uint8Array; now: Instant },
): Promise<{ ok: true; codes: string[] } | Refusal> {
  const { userId } = viewer;
  const { token, key, now } = given;
  const totp = await readTotp(db, userId, key);
  if (totp === null) return refuse("no-seed", "Begin again: there is no secret to confirm.");
  if (totp.confirmedAt !== null) return alreadyOn();
  const step = await codeStep(totp.seed, given.code, { after: totp.lastStep, now });
  if (step === null)
    return refuse(
      "wrong-code",
      "This is not the code of the moment. Check that the clock of your telephone is right, and type the newest code.",
    );
  return await db.$transaction(async (tx) => {
    if (!(await takeStep(tx, userId, step)) || !(await confirmSeed(tx, userId, now)))
      return alreadyOn();
    await endSessions(tx, userId, token);
    await markEnrolled(tx, userId);
    await addAudit(tx, userId, { kind: "people", what: "one-time codes on" });
    return { ok: true as const, codes: await putRecoveryCodes(tx, userId) };
  });
}

/** Ten new recovery codes; the old ones serve no more. */
export async function renewRecoveryCodes(
  db: Db,
  viewer: Viewer,
  proof: Proof,
): Promise<{ ok: true; codes: string[] } | Refusal> {
  if (!(await hasCodes(db, viewer.userId))) return notOn();
  const proven = await proveSelf(db, viewer, proof);
  if (!proven.ok) return proven;
  const act = { kind: "people", what: "recovery codes renewed" } as const;
  const codes = await onRecord(db, viewer.userId, act, (tx) => putRecoveryCodes(tx, viewer.userId));
  return { ok: true, codes };
}

/** One's own codes off: needs the password and a code, so that a session left open is not enough. */
export async function switchCodesOff(
  db: Db,
  viewer: Viewer,
  proof: Proof,
): Promise<{ ok: true } | Refusal> {
  if (!(await hasCodes(db, viewer.userId))) return notOn();
  if ((await readRequiredRoles(db)).includes(viewer.role))
    return refuse("codes-required", "The owners of this desk ask one-time codes of your role.");
  const proven = await proveSelf(db, viewer, proof);
  if (!proven.ok) return proven;
  const act = { kind: "people", what: "one-time codes off" } as const;
  await onRecord(db, viewer.userId, act, (tx) => removeCodes(tx, viewer.userId));
  return { ok: true };
}

/** Rescue of somebody who lost telephone and recovery codes, by an owner or at the command line. Ends their sessions. */
export async function takeCodesAway(
  db: Db,
  viewer: Viewer,
  login: string,
): Promise<{ ok: true } | Refusal> {
  if (!canManageUsers(viewer)) return forbidden("switch off another person's codes");
  return await db.$transaction(async (tx) => {
    const user = await findUser(tx, login);
    if (!user) return notFound(`person "${login.slice(0, 40)}"`);
    if (!(await removeCodes(tx, user.id)))
      return refuse("codes-off", `${user.login} has no one-time codes.`);
    await endSessions(tx, user.id, null);
    const what = `one-time codes taken away: ${user.login}`;
    await addAudit(tx, viewer.userId, { kind: "people", what });
    return { ok: true as const };
  });
}

function alreadyOn(): Refusal {
  return refuse("codes-on", "One-time codes are on already. Switch them off first to change app.");
}

function notOn(): Refusal {
  return refuse("codes-off", "One-time codes are not on.");
}
