import { type Algorithm, hash, verify } from "@node-rs/argon2";

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

/** What is wrong with a new password, or null. Length only: rules of composition make passwords worse (NIST SP 800-63B 5.1.1.2). */
export function passwordProblem(password: string): string | null {
  const length = [...password].length;
  if (length < MIN_LENGTH)
    return `The password has ${length} characters; it needs at least ${MIN_LENGTH}. A few unrelated words do well.`;
  if (length > MAX_LENGTH) return `The password is longer than ${MAX_LENGTH} characters.`;
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
  const tried = password.slice(0, MAX_LENGTH).normalize("NFKC");
  return (await verify(known, tried)) && passwordHash !== null;
}
