import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { makeKeyFile, replaceKeyFile } from "./files.ts";

/** Purposes under which secrets are sealed; a column that holds one stands in `secret-columns.ts`. */
export const IMAP_PASSWORD = "imap-password";
export const SMTP_PASSWORD = "smtp-password";
export const RELAY_SOURCE_PASSWORD = "relay source";
export const ALERT_TARGET = "alert target";
export const ALERT_SECRET = "alert secret";
/** What a seed is sealed for: one moved to another person's row does not open there. */
export const totpSeedOf = (userId: string) => `totp-seed:${userId}`;
/** The same of the secret that a token signs with, for the token's row. */
export const signingSecretOf = (tokenId: string) => `signing-secret:${tokenId}`;

const FILE = "secret.key";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "v1";

/**
 * The keys that secrets in the database are sealed with, 32 bytes each, one behind the other, the newest first: the first
 * seals, all of them open. They live in `DATA_DIR/secret.key`, one a line, readable by its owner only; the first is made at
 * the first start. Whoever has the database file alone has no password of anybody. Throws when the file holds no keys.
 */
export function readSecretKey(dataDir: string): Uint8Array {
  const file = path.join(dataDir, FILE);
  if (!existsSync(file)) makeKeyFile(file, `${randomBytes(KEY_BYTES).toString("base64")}\n`);
  return parse(readFileSync(file, "utf8"), file);
}

/** The same for a process that runs on while somebody rotates keys: read anew whenever the file is another one. */
export function watchSecretKey(dataDir: string): () => Uint8Array {
  const file = path.join(dataDir, FILE);
  let keys = readSecretKey(dataDir);
  let seen = versionOf(file);
  return () => {
    const now = versionOf(file);
    // A file that is gone for a moment takes nothing from a desk that runs.
    if (now !== seen && now !== null) {
      keys = readSecretKey(dataDir);
      seen = now;
    }
    return keys;
  };
}

/**
 * Puts a new key in front of the others, which still open. On the disk before anything is sealed with it. Two callers at
 * once would lose a key: to be called inside a transaction of the database, which lets one writer in at a time.
 */
export function addSecretKey(dataDir: string): Uint8Array {
  readSecretKey(dataDir);
  // It may be a link to a safer place.
  const file = realpathSync(path.join(dataDir, FILE));
  const next = `${randomBytes(KEY_BYTES).toString("base64")}\n${readFileSync(file, "utf8").trim()}\n`;
  replaceKeyFile(file, next);
  return parse(next, file);
}

/** The oldest key: what is derived from it stays valid when keys are rotated. */
export function oldestKey(keys: Uint8Array): Uint8Array {
  return keys.subarray(-KEY_BYTES);
}

/** By which a key is told apart in the audit log and at the command line; says nothing of it. */
export function secretKeyId(keys: Uint8Array): string {
  const [newest = keys] = each(keys);
  return createHash("sha256").update("secret key ").update(newest).digest("hex").slice(0, 8);
}

/** How many keys there are. */
export function countSecretKeys(keys: Uint8Array): number {
  return each(keys).length;
}

/** Is it sealed with the newest key? */
export function isNewestSeal(sealed: string, purpose: string, keys: Uint8Array): boolean {
  return unseal(sealed, purpose, keys.subarray(0, KEY_BYTES)) !== null;
}

/** Seals a text with AES-256-GCM. `purpose` is bound to it: a sealed text moved to another place does not open there. */
export function seal(text: string, purpose: string, keys: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const key = keys.subarray(0, KEY_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** Opens a sealed text; null when it was sealed with a key that is not here, for another purpose, or changed. */
export function unseal(sealed: string, purpose: string, keys: Uint8Array): string | null {
  const [version, packed] = sealed.split(".");
  if (version !== VERSION || !packed) return null;
  const bytes = Buffer.from(packed, "base64url");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  for (const key of each(keys)) {
    const text = open(bytes, purpose, key);
    if (text !== null) return text;
  }
  return null;
}

function open(bytes: Uint8Array, purpose: string, key: Uint8Array): string | null {
  try {
    const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
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

function each(keys: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.floor(keys.length / KEY_BYTES) }, (_, at) =>
    keys.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES),
  );
}

function parse(text: string, file: string): Uint8Array {
  const keys = text
    .trim()
    .split("\n")
    .map((line) => Buffer.from(line.trim(), "base64"));
  if (keys.some(({ length }) => length !== KEY_BYTES))
    throw new Error(`${file} is not a key of this desk. Put the right file back from your backup.`);
  return new Uint8Array(Buffer.concat(keys));
}

function versionOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : null;
}
