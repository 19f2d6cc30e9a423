import { randomBytes } from "node:crypto";

/** Crockford's base32: no letter that is read as a digit. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

/** A code of 80 random bits in four groups: too many to guess, few enough to type from paper. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length));
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** As it is compared: without dashes and spaces, capitals, and what a person reads into the paper mended. */
export function plainRecoveryCode(typed: string): string {
  return typed
    .slice(0, 60)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

/** Is it as long as a recovery code? Decides only what a wrong one is called. */
export function looksLikeRecoveryCode(typed: string): boolean {
  return plainRecoveryCode(typed).length === LENGTH;
}
