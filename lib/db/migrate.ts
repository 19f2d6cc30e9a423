import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Dialect, dialectOf } from "./dialect.ts";
import { schemaEngine } from "./engine.ts";
import { DurableLibSql } from "./libsql.ts";
import { DeskPg } from "./postgresql/desk-pg.ts";
import { sealTriggers } from "./postgresql/seal-triggers.ts";

/** Where the migrations for each database lie, below the root. */
export const MIGRATIONS: Readonly<Record<Dialect, string>> = {
  sqlite: path.join("prisma", "migrations"),
  postgresql: path.join("prisma", "postgresql", "migrations"),
};

/**
 * Brings the database at `url` to the newest migration in `root/prisma/migrations`; makes the file when there is none.
 * Returns the names it applied. Throws when the database holds a migration this version does not know.
 */
export async function migrate(url: string, root: string): Promise<string[]> {
  const dialect = dialectOf(url);
  if (dialect === "sqlite")
    mkdirSync(path.dirname(url.replace(/^file:/, "")), { recursive: true, mode: 0o700 });
  const engine = await schemaEngine(
    dialect === "sqlite" ? new DurableLibSql({ url }) : new DeskPg(url),
  );
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: readMigrations(path.join(root, MIGRATIONS[dialect])),
    filters: { externalTables: [], externalEnums: [] },
  });
  if (dialect === "postgresql") await renewSealTriggers(url);
  return appliedMigrationNames;
}

async function renewSealTriggers(url: string): Promise<void> {
  const adapter = await new DeskPg(url).connect();
  try {
    await adapter.executeScript(sealTriggers());
  } finally {
    await adapter.dispose();
  }
}

function readMigrations(baseDir: string) {
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
