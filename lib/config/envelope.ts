import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import type { ContentKeys } from "./content-keys.ts";

/** What an encrypted text begins with, before the id of its key. */
export const TEXT_MARK = "xd1.";
/** The same of bytes: no gzip, zip, PDF or text begins so. */
export const BYTES_MARK = Uint8Array.of(0x9b, 0x78, 0x64, 0x31);
/** What a keyed hash begins with. */
export const HASH_MARK = "h1.";

const ID_CHARS = 8;
const NONCE = 12;
const TAG = 16;
const ALGORITHM = "aes-256-gcm";
type Bytes = Uint8Array<ArrayBuffer>;

/** Encrypts a text for one place (`Draft.text:<id>`): moved to another place it does not open. */
export function encryptText(text: string, place: string, keys: ContentKeys): string {
  const sealed = encrypt(Buffer.from(text, "utf8"), place, keys);
  return `${TEXT_MARK}${keys.current}.${sealed.toString("base64url")}`;
}

/** The text in an envelope; null when this is none, or was made for another place or with a key that is not here. */
export function decryptText(value: string, place: string, keys: ContentKeys): string | null {
  if (!value.startsWith(TEXT_MARK)) return null;
  const [, id = "", body = ""] = value.split(".");
  return decrypt(id, Buffer.from(body, "base64url"), place, keys)?.toString("utf8") ?? null;
}

export function encryptBytes(bytes: Uint8Array, place: string, keys: ContentKeys): Bytes {
  const head = Buffer.concat([BYTES_MARK, Buffer.from(keys.current, "latin1")]);
  return new Uint8Array(Buffer.concat([head, encrypt(bytes, place, keys)]));
}

/** As `decryptText`. */
export function decryptBytes(value: Uint8Array, place: string, keys: ContentKeys): Bytes | null {
  if (!BYTES_MARK.every((byte, at) => value[at] === byte)) return null;
  const body = BYTES_MARK.length + ID_CHARS;
  const id = Buffer.from(value.subarray(BYTES_MARK.length, body)).toString("latin1");
  const opened = decrypt(id, value.subarray(body), place, keys);
  return opened && new Uint8Array(opened);
}

/** Is it encrypted with the newest key? */
export function isCurrent(value: string | Uint8Array, { current }: ContentKeys): boolean {
  if (typeof value === "string") return value.startsWith(`${TEXT_MARK}${current}.`);
  const head = Buffer.concat([BYTES_MARK, Buffer.from(current, "latin1")]);
  return head.every((byte, at) => value[at] === byte);
}

/** By which equal values are found without saying what they are. */
export function keyedHash(value: string, { hashing }: ContentKeys): string {
  return HASH_MARK + createHmac("sha256", hashing).update(value).digest("base64url");
}

function encrypt(bytes: Uint8Array, place: string, { current, byId }: ContentKeys): Buffer {
  const key = byId.get(current);
  if (!key) throw new Error("The desk has no key to encrypt with.");
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(
  id: string,
  body: Uint8Array,
  place: string,
  { byId }: ContentKeys,
): Buffer | null {
  const key = byId.get(id);
  if (!key || body.length < NONCE + TAG) return null;
  try {
    const cipher = createDecipheriv(ALGORITHM, key, body.subarray(0, NONCE), {
      authTagLength: TAG,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(body.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([cipher.update(body.subarray(NONCE + TAG)), cipher.final()]);
  } catch {
    return null;
  }
}
