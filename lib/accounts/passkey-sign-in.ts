import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { AuditAct } from "./audit-entry.ts";
import { closeHalf, readHalf } from "./half-sign-in-store.ts";
import type { PasskeySite } from "./passkey-site.ts";
import {
  findPasskey,
  type KeptPasskey,
  listPasskeys,
  putChallenge,
  takeChallenge,
  touchPasskey,
} from "./passkey-store.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { enter, type SignedIn } from "./sign-in.ts";
import { claimGlobalTry, findTried, isKnownDevice } from "./try-store.ts";

type Asking = {
  /** Of a browser whose password was right already: then the passkey is the second step. */
  half: string | null;
  deviceToken: string | null;
  site: PasskeySite;
  now: Instant;
};

/**
 * What the browser has to sign. Without half a sign-in any passkey of this desk may answer, so that nobody learns from the
 * question who has one; as the second step only those of the person.
 */
export async function askPasskey(
  db: Db,
  { half, deviceToken, site, now }: Asking,
): Promise<{ ok: true; options: PublicKeyCredentialRequestOptionsJSON } | Refusal> {
  const user = await readHalf(db, half, now);
  // Each question is a row: strangers get as many as they get tries.
  if (!user && !(await isKnownDevice(db, deviceToken)) && !(await claimGlobalTry(db, now)))
    return refuse("too-many-tries", "Too many sign-in attempts on this desk. Wait five minutes.");
  const own = user ? await listPasskeys(db, user.id) : [];
  const here = own.filter(({ host }) => host === site.host).map(({ id }) => ({ id }));
  const options = await generateAuthenticationOptions({
    rpID: site.host,
    userVerification: user ? "preferred" : "required",
    ...(here.length > 0 ? { allowCredentials: here } : {}),
  });
  const { challenge } = options;
  const purpose = user ? "second" : "sign-in";
  await putChallenge(db, { challenge, purpose, userId: user?.id ?? null, now });
  return { ok: true, options };
}

/** Opens a session for whoever holds the passkey: in place of password and code, or of the code alone. */
export async function passkeySignIn(
  db: Db,
  given: Asking & { response: AuthenticationResponseJSON; agent?: string },
): Promise<SignedIn | Refusal> {
  const { half, deviceToken, now } = given;
  const passkey = await findPasskey(db, String(given.response.id));
  if (!passkey) return unknown();
  const first = await readHalf(db, half, now);
  if (first && first.id !== passkey.user.id) return unknown();
  if (!(await isSigned(db, passkey, given, first !== null))) return unknown();
  if (first && !(await closeHalf(db, half ?? ""))) return unknown();
  const tried = await findTried(db, passkey.user.login, deviceToken);
  return tried
    ? await enter(db, passkey.user.id, tried, { ...given, act: WITH_PASSKEY })
    : unknown();
}

const WITH_PASSKEY: AuditAct = { kind: "sign-in", what: "signed in with a passkey" };

/** Is this the answer to a question of ours, signed by this passkey? The question is used up by it. */
async function isSigned(
  db: Db,
  { id, publicKey, counter, transports, user }: KeptPasskey,
  {
    response,
    site,
    now,
  }: { response: AuthenticationResponseJSON; site: PasskeySite; now: Instant },
  isSecond: boolean,
): Promise<boolean> {
  const asked = isSecond
    ? { purpose: "second" as const, userId: user.id }
    : { purpose: "sign-in" as const, userId: null };
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => takeChallenge(db, { challenge, ...asked, now }),
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      credential: { id, publicKey, counter, transports },
      // Alone it stands for password and code, so the device has to know its holder.
      requireUserVerification: !isSecond,
    });
    if (verified) await touchPasskey(db, id, { counter: authenticationInfo.newCounter, now });
    return verified;
  } catch {
    return false;
  }
}

function unknown(): Refusal {
  return refuse(
    "unknown-passkey",
    "This passkey opens nothing here, or it took too long. Sign in with login and password.",
  );
}
