import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { isEasyPassword } from "./easy-password.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** OWASP Password Storage Cheat Sheet: argon2id, m = 19 MiB, t = 2, p = 1. */
const COST = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};
const MIN_LENGTH = 12;
/** Bounds the work of one attempt; far beyond any passphrase. */
const MAX_LENGTH = 512;
/** Checked when the login is unknown, so that the answer takes as long. Hash of a random text nobody kept. */
let decoy: Promise<string> | null = null;

/**
 * Why a new password is refused, or null: its length, and that it is one of those tried first. No rules of composition: they
 * make passwords worse (NIST SP 800-63B 5.1.1.2).
 */
export function refusePassword(password: string, login: string): Refusal | null {
  const length = signs(password);
  if (length < MIN_LENGTH)
    return refuse(
      "bad-password",
      "The password has {length} characters; it needs at least {min}. A few unrelated words do well.",
      { length, min: MIN_LENGTH },
    );
  if (length > MAX_LENGTH)
    return refuse("bad-password", "The password is longer than {max} characters.", {
      max: MAX_LENGTH,
    });
  if (isEasyPassword(password, login))
    return refuse(
      "bad-password",
      "This password is one of those tried first: a row of keys, a piece repeated, or common words with a number. A few unrelated words do well.",
    );
  return null;
}

/** argon2id hash in PHC text. Normalized (NFKC), so that the same keys typed on another system match. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** `passwordHash` null: no such person; costs the same and answers false. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), COST);
  const known = passwordHash ?? (await decoy);
  // Never a part of it: a right password with something behind it is a wrong one.
  const fits = signs(password) <= MAX_LENGTH;
  const tried = fits ? password.normalize("NFKC") : "";
  return (await verify(known, tried)) && fits && passwordHash !== null;
}

function signs(password: string): number {
  return [...password].length;
}
