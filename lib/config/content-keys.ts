import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { readEnv } from "./env.ts";
import { makeKeyFile, replaceKeyFile } from "./files.ts";

const FILE = "content.keys";
const KEY_BYTES = 32;
const LINE = /^([0-9a-f]{8}) ([A-Za-z0-9+/]{43}=)$/;

/** The keys that what is sealed is encrypted with: the first encrypts, all of them open. */
export type ContentKeys = {
  current: string;
  byId: ReadonlyMap<string, Uint8Array>;
  /** For keyed hashes; of the oldest key, so that a new key leaves the hashes as they are. */
  hashing: Uint8Array;
};

/**
 * Where the keys of a database lie, for every process that opens it must find the same: beside a SQLite file, and in DATA_DIR
 * where the database is on a server.
 */
export function contentKeysFolder(databaseUrl: string): string {
  if (!databaseUrl.startsWith("file:")) return readEnv().DATA_DIR;
  return path.dirname(databaseUrl.replace(/^file:/, ""));
}

/**
 * Reads `content.keys` in this folder, one key a line, the newest first; makes it at the first start, readable by its owner
 * only. Throws, with the remedy, when it is no such file.
 */
export function readContentKeys(folder: string): ContentKeys {
  const file = path.join(folder, FILE);
  if (!existsSync(file)) makeKeyFile(file, newLine());
  return parse(readFileSync(file, "utf8"), file);
}

/** Puts a new key in front; the others stay and still open. Running processes take it up when they are started anew. */
export function addContentKey(folder: string): ContentKeys {
  readContentKeys(folder);
  // It may be a link to a safer place.
  const file = realpathSync(path.join(folder, FILE));
  const next = newLine() + readFileSync(file, "utf8");
  replaceKeyFile(file, next);
  return parse(next, file);
}

const LOOK_AGAIN_MS = 1000;

/**
 * Another process may have put a key in front since and encrypted with it: an id that is not here is looked for in the file
 * once more, at most once a second.
 */
class LiveKeys extends Map<string, Uint8Array> {
  readonly #file: string;
  #lookedAt = 0;
  constructor(keys: readonly (readonly [string, Uint8Array])[], file: string) {
    super(keys);
    this.#file = file;
  }
  override get(id: string): Uint8Array | undefined {
    const known = super.get(id);
    if (known !== undefined || Math.abs(Date.now() - this.#lookedAt) < LOOK_AGAIN_MS) return known;
    this.#lookedAt = Date.now();
    if (existsSync(this.#file))
      for (const [found, key] of linesOf(readFileSync(this.#file, "utf8"), this.#file))
        this.set(found, key);
    return super.get(id);
  }
}

function newLine(): string {
  return `${randomBytes(4).toString("hex")} ${randomBytes(KEY_BYTES).toString("base64")}\n`;
}

function parse(text: string, file: string): ContentKeys {
  const keys = linesOf(text, file);
  const [first] = keys;
  const last = keys.at(-1);
  if (!first || !last)
    throw new Error(`${file} holds no key. Put the right file back from your backup.`);
  const hashing = createHmac("sha256", last[1]).update("keyed hashes").digest();
  return { current: first[0], byId: new LiveKeys(keys, file), hashing };
}

function linesOf(text: string, file: string): (readonly [string, Uint8Array])[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [, id, key] = LINE.exec(line.trim()) ?? [];
    if (!id || !key)
      throw new Error(
        `${file} holds a line that is no key. Put the right file back from your backup.`,
      );
    return [id, Buffer.from(key, "base64")] as const;
  });
}
