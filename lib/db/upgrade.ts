import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
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
  const isBehind = known.some((name) => !name.includes(".") && !applied.includes(name));
  const folder = applied.length > 0 && isBehind ? backupFolder(file, now) : null;
  // The keys lie beside the desk and stay there: a copy of them in the same place protects nothing.
  if (folder !== null) await backUp(url, folder, { keys: [], now });
  await migrate(url, root);
  return folder;
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
