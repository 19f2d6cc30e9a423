import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, for a cookie or a bearer header. Only `tokenHash` of it is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex. Enough for random tokens (nothing to guess); passwords go through argon2. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
