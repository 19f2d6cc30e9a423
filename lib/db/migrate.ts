import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { dialectOf } from "./dialect.ts";
import { schemaEngine } from "./engine.ts";
import { MIGRATIONS } from "./known-migrations.ts";
import { DurableLibSql } from "./libsql.ts";
import { checkServer } from "./postgresql/check-server.ts";
import { DeskPg } from "./postgresql/desk-pg.ts";
import { sealTriggers } from "./postgresql/seal-triggers.ts";

/**
 * Brings the database at `url` to the newest migration for its kind below `root`; makes the file when there is none.
 * With `upTo` it stops after the migration of that name. Returns the names it applied. Throws when the database holds a
 * migration this version does not know.
 */
export async function migrate(url: string, root: string, upTo?: string): Promise<string[]> {
  const dialect = dialectOf(url);
  const list = readMigrations(path.join(root, MIGRATIONS[dialect]), upTo);
  if (dialect === "postgresql") return await migrateServer(url, list);
  mkdirSync(path.dirname(url.replace(/^file:/, "")), { recursive: true, mode: 0o700 });
  return await apply(new DurableLibSql({ url }), list);
}

async function migrateServer(url: string, list: MigrationList): Promise<string[]> {
  await checkServer(url);
  const server = new DeskPg(url);
  try {
    const applied = await apply(server, list);
    // Nobody writes meanwhile: a desk in the middle of a transaction would want the tables in another order.
    const script = `SELECT 1 FROM "Writer" FOR UPDATE;\n${sealTriggers()}`;
    await (await server.connect()).executeScript(script);
    return applied;
  } finally {
    await server.close();
  }
}

async function apply(
  factory: SqlMigrationAwareDriverAdapterFactory,
  migrationsList: MigrationList,
): Promise<string[]> {
  const engine = await schemaEngine(factory);
  const filters = { externalTables: [], externalEnums: [] };
  return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
}

type MigrationList = ReturnType<typeof readMigrations>;

function readMigrations(baseDir: string, upTo?: string) {
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => upTo === undefined || name <= upTo)
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
