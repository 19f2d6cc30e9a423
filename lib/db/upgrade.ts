import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { contentKeysFolder, readContentKeys } from "../config/content-keys.ts";
import { BYTES_MARK } from "../config/envelope.ts";
import { appliedMigrations } from "./applied-migrations.ts";
import { backUp } from "./backup.ts";
import { dialectOf } from "./dialect.ts";
import { knownMigrations } from "./known-migrations.ts";
import { migrate } from "./migrate.ts";
import { checkServer } from "./postgresql/check-server.ts";
import { DeskPg } from "./postgresql/desk-pg.ts";
import { newPool } from "./postgresql/new-pool.ts";
import { SEALED_WITH } from "./sealed-with.ts";

/** Older ones go: what was purged from the desk must not stay beside it for ever. */
const KEPT_BACKUPS = 2;

/**
 * What a start does with the desk at `url`: a desk of an older version is backed up beside its keys and then migrated; one of a
 * newer version is refused, for what this version does not know it would lose. Returns the folder of the backup, null when
 * there was nothing to upgrade. Of the backups made so the newest two are kept.
 */
export async function upgrade(url: string, root: string, now: number): Promise<string | null> {
  const isFile = dialectOf(url) === "sqlite";
  if (!isFile) await checkServer(url);
  const file = isFile ? url.replace(/^file:/, "") : "The database";
  const applied = await appliedMigrations(url);
  const known = knownMigrations(url, root);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(
      `${file} was used by a newer version of Exitdesk (it has ${unknown.at(-1)}). Start that version, or restore the backup made before it.`,
    );
  if (applied.length > 0 && !existsSync(path.join(contentKeysFolder(url), "content.keys")))
    await mustNeedNoKeys(url);
  const isBehind = known.some((name) => !applied.includes(name));
  const place = contentKeysFolder(url);
  const folder = applied.length > 0 && isBehind ? backupFolder(place, now) : null;
  // The keys lie beside the desk and stay there: a copy of them in the same place protects nothing.
  if (folder !== null) await backUp(url, folder, { keys: [], now });
  await migrate(url, root);
  if (!isFile) await sayKey(url);
  if (folder !== null) dropOldBackups(place);
  return folder;
}

/** A restored desk without its keys would get new ones, and then nobody would notice that the old ones are missing. */
async function mustNeedNoKeys(url: string): Promise<void> {
  const mark = Buffer.from(BYTES_MARK).toString("hex");
  const encrypted = (hex: string) =>
    `SELECT 1 FROM "RawMail" WHERE substr("gzip", 1, ${BYTES_MARK.length}) = ${hex} LIMIT 1`;
  const found =
    dialectOf(url) === "sqlite"
      ? await inFile(url, encrypted(`x'${mark}'`))
      : await onServer(url, encrypted(`'\\x${mark}'::bytea`));
  if (found > 0)
    throw new Error(
      `The mails of this desk are encrypted and content.keys is not in ${contentKeysFolder(url)}. Put it there from the old desk or its backup.`,
    );
}

/** The first machine of a desk on a server says which key it has, before anything is encrypted; the others have to have it too. */
async function sayKey(url: string): Promise<void> {
  const { current } = readContentKeys(contentKeysFolder(url));
  const pool = newPool(url, 1);
  try {
    await pool.query(`INSERT INTO "Setting" VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      SEALED_WITH,
      JSON.stringify(current),
    ]);
  } finally {
    await pool.end();
  }
  const db = new DeskPg(url, readContentKeys(contentKeysFolder(url)));
  await db.connect();
  await db.close();
}

async function inFile(url: string, sql: string): Promise<number> {
  const db = createClient({ url });
  try {
    return (await db.execute(sql)).rows.length;
  } finally {
    db.close();
  }
}

async function onServer(url: string, sql: string): Promise<number> {
  const pool = newPool(url, 1);
  try {
    return (await pool.query(sql)).rows.length;
  } finally {
    await pool.end();
  }
}

function backupFolder(place: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  return path.join(place, `before-upgrade-${stamp}`);
}

function dropOldBackups(place: string): void {
  const made = readdirSync(place).filter((name) => /^before-upgrade-\d{8}T\d{6}Z$/.test(name));
  for (const name of made.sort().slice(0, -KEPT_BACKUPS))
    rmSync(path.join(place, name), { recursive: true });
}
