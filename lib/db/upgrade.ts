import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { contentKeysFolder } from "../config/content-keys.ts";
import { BYTES_MARK } from "../config/envelope.ts";
import { backUp } from "./backup.ts";
import { migrate } from "./migrate.ts";

/**
 * What a start does with the desk at `url`: a desk of an older version is backed up beside itself and then migrated; one of a
 * newer version is refused, for what this version does not know it would lose. Returns the folder of the backup, null when
 * there was nothing to upgrade.
 */
export async function upgrade(url: string, root: string, now: number): Promise<string | null> {
  const file = url.replace(/^file:/, "");
  const applied = existsSync(file) ? await appliedTo(url) : [];
  const known = readdirSync(path.join(root, "prisma", "migrations"));
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(
      `${file} was used by a newer version of Exitdesk (it has ${unknown.at(-1)}). Start that version, or restore the backup made before it.`,
    );
  if (applied.length > 0 && !existsSync(path.join(contentKeysFolder(url), "content.keys")))
    await mustNeedNoKeys(url);
  const isBehind = known.some((name) => !name.includes(".") && !applied.includes(name));
  const folder = applied.length > 0 && isBehind ? backupFolder(file, now) : null;
  // The keys lie beside the desk and stay there: a copy of them in the same place protects nothing.
  if (folder !== null) await backUp(url, folder, { keys: [], now });
  await migrate(url, root);
  return folder;
}

/** A restored desk without its keys would get new ones, and then nobody would notice that the old ones are missing. */
async function mustNeedNoKeys(url: string): Promise<void> {
  const mark = Buffer.from(BYTES_MARK).toString("hex");
  const db = createClient({ url });
  try {
    const { rows } = await db.execute(
      `SELECT 1 FROM "RawMail" WHERE substr("gzip", 1, ${BYTES_MARK.length}) = x'${mark}' LIMIT 1`,
    );
    if (rows.length > 0)
      throw new Error(
        "The mails of this desk are encrypted and content.keys is not beside its database. Put it there from the old desk or its backup.",
      );
  } finally {
    db.close();
  }
}

function backupFolder(file: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  return path.join(path.dirname(file), `before-upgrade-${stamp}`);
}

/** The migrations this file has had; none for a file that is not a desk yet. */
async function appliedTo(url: string): Promise<string[]> {
  const db = createClient({ url });
  try {
    const { rows: tables } = await db.execute(
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'",
    );
    if (tables.length === 0) return [];
    const { rows } = await db.execute(
      `SELECT migration_name AS name FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
    );
    return rows.map(({ name }) => String(name));
  } finally {
    db.close();
  }
}
