import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { type Client, createClient } from "@libsql/client";
import { dialectOf } from "./dialect.ts";
import { moveDesk } from "./move/move-desk.ts";

const DATABASE = "desk.db";
const ROOT = path.join(import.meta.dirname, "..", "..");
const MANIFEST = "backup.json";

/** What a backup says of itself, for the restore to hold against what it finds. */
export type BackupManifest = {
  madeAt: string;
  sha256: string;
  /** Rows by table. */
  rows: Record<string, number>;
  /** The keys without which what is encrypted in it stays so; empty unless they were asked for. */
  keys: string[];
};

/**
 * Copies the desk at `url` into a new folder while it runs, as it stands at one moment (`VACUUM INTO`,
 * https://www.sqlite.org/lang_vacuum.html); attachments and mails are in the database. Of a desk on a server it is a SQLite file
 * too, which can be started as it is, or moved to a server. Throws when the folder is there.
 */
export async function backUp(
  url: string,
  folder: string,
  { keys, now }: { keys: readonly string[]; now: number },
): Promise<BackupManifest> {
  if (existsSync(folder)) throw new Error(`${folder} is there already. Name a new folder.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, DATABASE);
  if (dialectOf(url) === "postgresql") await copyFromServer(url, file);
  else {
    writeFileSync(file, "", { mode: 0o600 });
    await onDatabase(url, (db) => db.execute({ sql: "VACUUM INTO ?", args: [file] }));
  }
  for (const key of keys) copyFileSync(key, path.join(folder, path.basename(key)));
  const manifest = {
    madeAt: new Date(now).toISOString(),
    sha256: await hashOf(file),
    rows: await soundRows(`file:${file}`),
    keys: keys.map((key) => path.basename(key)),
  };
  writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
  });
  return manifest;
}

/** Puts a backup into an empty place and counts what is there; throws, leaving nothing, when it is not what was backed up. */
export async function restore(folder: string, target: string): Promise<BackupManifest> {
  const dataDir = path.dirname(target);
  if (existsSync(target))
    throw new Error(`${target} is there already. Restore into an empty DATA_DIR.`);
  const manifest = JSON.parse(readFileSync(path.join(folder, MANIFEST), "utf8")) as BackupManifest;
  const source = path.join(folder, DATABASE);
  if ((await hashOf(source)) !== manifest.sha256)
    throw new Error(
      `${source} is not the file that was backed up: its SHA-256 differs. Use another backup.`,
    );
  const rows = await soundRows(`file:${source}`);
  if (JSON.stringify(rows) !== JSON.stringify(manifest.rows))
    throw new Error(`${source} does not hold the rows that were backed up. Use another backup.`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (const key of manifest.keys)
    copyFileSync(path.join(folder, path.basename(key)), path.join(dataDir, path.basename(key)));
  // A restore that is cut off leaves no half of a desk under its name.
  copyFileSync(source, `${target}.part`);
  renameSync(`${target}.part`, target);
  return manifest;
}

async function copyFromServer(url: string, file: string): Promise<void> {
  await moveDesk({ from: url, to: `file:${file}`, root: ROOT, tell: () => undefined, inUse: true });
  chmodSync(file, 0o600);
}

async function onDatabase<T>(url: string, work: (db: Client) => Promise<T>): Promise<T> {
  const db = createClient({ url });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Rows by table of a database that SQLite finds whole; throws when it does not. */
async function soundRows(url: string): Promise<Record<string, number>> {
  return await onDatabase(url, async (db) => {
    const check = await db.execute("PRAGMA quick_check");
    if (String(check.rows[0]?.[0]) !== "ok") throw new Error("The copy is damaged. Back up again.");
    const tables = await db.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'OpenSearch%' ORDER BY name",
    );
    const rows: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const counted = await db.execute(`SELECT count(*) AS n FROM "${String(name)}"`);
      rows[String(name)] = Number(counted.rows[0]?.["n"]);
    }
    return rows;
  });
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
