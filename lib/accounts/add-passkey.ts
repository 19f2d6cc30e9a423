import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { onRecord } from "./audit-store.ts";
import type { PasskeySite } from "./passkey-site.ts";
import {
  insertPasskey,
  listPasskeys,
  putChallenge,
  removePasskey,
  takeChallenge,
} from "./passkey-store.ts";
import { type Proof, proveSelf } from "./prove-self.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Viewer } from "./viewer.ts";

const MAX_PASSKEYS = 20;

/** What the browser needs to make a passkey for this person. Asks for the password, and the code, first. */
export async function offerPasskey(
  db: Db,
  viewer: Viewer,
  proof: Proof,
  site: PasskeySite,
): Promise<{ ok: true; options: PublicKeyCredentialCreationOptionsJSON } | Refusal> {
  const kept = await listPasskeys(db, viewer.userId);
  if (kept.length >= MAX_PASSKEYS)
    return refuse("too-many-passkeys", `You have ${MAX_PASSKEYS} passkeys. Remove one first.`);
  const proven = await proveSelf(db, viewer, proof);
  if (!proven.ok) return proven;
  const { userId } = viewer;
  const options = await generateRegistrationOptions({
    rpName: "Exitdesk",
    rpID: site.host,
    userName: viewer.login,
    userID: new TextEncoder().encode(userId),
    attestationType: "none",
    excludeCredentials: kept.filter(({ host }) => host === site.host).map(({ id }) => ({ id })),
    // Kept in the device and behind its PIN or finger, so that it can stand for password and code together.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const { challenge } = options;
  await putChallenge(db, { challenge, purpose: "add", userId, now: proof.now });
  return { ok: true, options };
}

/** Keeps the passkey a browser made for `offerPasskey`. */
export async function addPasskey(
  db: Db,
  viewer: Viewer,
  given: { response: RegistrationResponseJSON; name: string; site: PasskeySite; now: Instant },
): Promise<{ ok: true } | Refusal> {
  const { response, site, now } = given;
  const { userId } = viewer;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) =>
        takeChallenge(db, { challenge, purpose: "add", userId, now }),
      expectedOrigin: site.origin,
      expectedRPID: site.host,
    });
    if (!verified) return unmade();
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    const name = given.name.trim().slice(0, 60) || "Passkey";
    const { host } = site;
    const passkey = { id, publicKey, counter, transports, host, userId, name, now };
    await onRecord(db, userId, { kind: "people", what: "passkey added" }, async (tx) => {
      await insertPasskey(tx, passkey);
      return true;
    });
    return { ok: true };
  } catch {
    // The library says by throwing what does not fit; what exactly helps only whoever forges.
    return unmade();
  }
}

/** One of one's own. Another person's id removes nothing. */
export async function dropPasskey(db: Db, { userId }: Viewer, id: string): Promise<boolean> {
  return await onRecord(db, userId, { kind: "people", what: "passkey removed" }, (tx) =>
    removePasskey(tx, userId, id),
  );
}

function unmade(): Refusal {
  return refuse(
    "bad-passkey",
    "The passkey does not fit what the desk asked for, or it took too long. Try again.",
  );
}
