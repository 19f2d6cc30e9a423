import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Purposes under which a mailbox's passwords are sealed. */
export const IMAP_PASSWORD = "imap-password";
export const SMTP_PASSWORD = "smtp-password";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "v1";

/**
 * The key that seals secrets in the database; lives beside it in `DATA_DIR/secret.key`, readable by its owner only, made
 * at the first start. Whoever has the database file alone has no password of anybody. Throws when the file is no key.
 */
export function readSecretKey(dataDir: string): Uint8Array {
  const file = path.join(dataDir, "secret.key");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // "wx": of two processes that start at once, one makes the key and the other reads it.
    writeFileSync(file, randomBytes(KEY_BYTES).toString("base64"), { flag: "wx", mode: 0o600 });
    chmodSync(file, 0o600);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.length !== KEY_BYTES)
    throw new Error(`${file} is not a key of this desk. Put the right file back from your backup.`);
  return key;
}

/** Seals a text with AES-256-GCM. `purpose` is bound to it: a sealed text moved to another place does not open there. */
export function seal(text: string, purpose: string, key: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** Opens a sealed text; null when it was sealed with another key, for another purpose, or changed. */
export function unseal(sealed: string, purpose: string, key: Uint8Array): string | null {
  const [version, packed] = sealed.split(".");
  if (version !== VERSION || !packed) return null;
  const bytes = Buffer.from(packed, "base64url");
  try {
    const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([
      cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
      cipher.final(),
    ]).toString("utf8");
  } catch {
    return null;
  }
}
