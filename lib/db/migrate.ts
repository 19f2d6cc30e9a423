import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { schemaEngine } from "./engine.ts";
import { DurableLibSql } from "./libsql.ts";

const FOLDER = path.join("prisma", "migrations");

/**
 * Brings the database at `url` to the newest migration in `root/prisma/migrations`; makes the file when there is none.
 * Returns the names it applied. Throws when the database holds a migration this version does not know.
 */
export async function migrate(url: string, root: string): Promise<string[]> {
  mkdirSync(path.dirname(url.replace(/^file:/, "")), { recursive: true, mode: 0o700 });
  const engine = await schemaEngine(new DurableLibSql({ url }));
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: readMigrations(root),
    filters: { externalTables: [], externalEnums: [] },
  });
  return appliedMigrationNames;
}

function readMigrations(root: string) {
  const baseDir = path.join(root, FOLDER);
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(baseDir, "migration_lock.toml"), "utf8"),
    },
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}
