import { countSecretKeys, secretKeyId } from "../config/secret.ts";
import type { Db } from "../db/client.ts";
import { addAudit } from "./audit-store.ts";
import { type Refusal, refuse } from "./refusal.ts";
import {
  countSecrets,
  noteSealedWith,
  type Resealed,
  resealSecrets,
  secretsSealedWith,
} from "./secret-value-store.ts";

/** The key file of this desk: what it holds, and putting a new key in front. */
export type KeyFile = { read: () => Uint8Array; add: () => Uint8Array };
/** `resumed`: an earlier rotation was not finished; this one finished it and made no key of its own. */
export type Rotated = { ok: true; id: string; resumed: boolean } & Resealed;

/**
 * A new secret key, and every secret sealed anew with it. Killed at any point it is finished by the next call, or by the
 * worker at its next start: the older keys stay in the file and open what is not sealed anew yet. The audit entry is written
 * with the note that all is done, in one transaction. `by`: a user id, or "command line".
 */
export async function rotateSecrets(db: Db, by: string, file: KeyFile): Promise<Rotated | Refusal> {
  const begun = await db.$transaction(async (tx) => {
    const keys = file.read();
    const { all, unreadable } = await countSecrets(tx, keys);
    if (all > 0 && unreadable === all) return null;
    if (!isFinished(keys, await secretsSealedWith(tx))) return { keys, resumed: true };
    // One writer at a time: two rotations at once cannot lose each other's key.
    return { keys: file.add(), resumed: false };
  });
  if (begun === null)
    return refuse(
      "other-key",
      "No password in this database opens with secret.key. Put the right secret.key back before keys are rotated.",
    );
  const { keys, resumed } = begun;
  return { ok: true, id: secretKeyId(keys), resumed, ...(await sealAll(db, by, keys)) };
}

/**
 * Finishes a rotation that was cut off, and seals anew what a process that had not seen the new key yet sealed with an older
 * one: for the worker, at its start.
 */
export async function finishRotation(db: Db, by: string, keys: Uint8Array): Promise<void> {
  if (countSecretKeys(keys) > 1) await sealAll(db, by, keys);
}

async function sealAll(db: Db, by: string, keys: Uint8Array): Promise<Resealed> {
  const sum = await resealSecrets(db, keys);
  const id = secretKeyId(keys);
  await db.$transaction(async (tx) => {
    // Two that finish the same rotation write one entry.
    if ((await secretsSealedWith(tx)) === id) return;
    await noteSealedWith(tx, id);
    await addAudit(tx, by, { kind: "keys", what: `secret key rotated: ${id}` });
  });
  return sum;
}

function isFinished(keys: Uint8Array, sealedWith: string | null): boolean {
  return countSecretKeys(keys) === 1 || sealedWith === secretKeyId(keys);
}
