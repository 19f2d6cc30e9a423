// Writes the SQL that leads from the schema of the last commit to the schema on disk, as a new folder of prisma/migrations,
// and the same for PostgreSQL as a folder of that name in prisma/postgresql/migrations.
// usage: node bin/new-migration.ts NAME
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { ColumnTypeEnum, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { schemaEngine } from "../lib/db/engine.ts";
import { DurableLibSql } from "../lib/db/libsql.ts";
import { DERIVED, derivePostgresql, SCHEMA } from "./derive-postgresql.ts";

const name = process.argv[2];
if (!name) {
  process.stderr.write("usage: node bin/new-migration.ts NAME\n");
  process.exit(2);
}

const committed = before();
const current = readFileSync(SCHEMA, "utf8");
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const sqlite = await schemaEngine(new DurableLibSql({ url: "file::memory:" }));
write("prisma", await difference(sqlite, committed, current));
writeFileSync(DERIVED, derivePostgresql(current));
const postgresql = await schemaEngine(nobodysPostgresql());
const derived = committed && derivePostgresql(committed);
write("prisma/postgresql", await difference(postgresql, derived, derivePostgresql(current)));

async function difference(
  engine: Awaited<ReturnType<typeof schemaEngine>>,
  from: string | null,
  to: string,
): Promise<string> {
  const { stdout } = await engine.diff({
    from: from
      ? { tag: "schemaDatamodel", files: [{ path: SCHEMA, content: from }] }
      : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [{ path: SCHEMA, content: to }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

function write(place: string, sql: string): void {
  const folder = `${place}/migrations/${stamp}_${name}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/migration.sql`, sql);
  process.stdout.write(`${folder}/migration.sql\n`);
}

function before(): string | null {
  try {
    return execFileSync("git", ["show", `HEAD:${SCHEMA}`], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}

/** To compare two schemas the engine asks the server for its version alone; so nobody needs a server to write a migration. */
function nobodysPostgresql() {
  const adapter: SqlDriverAdapter = {
    provider: "postgres",
    adapterName: "nobody",
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 15.0", 150_000]],
    }),
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    startTransaction: () => Promise.reject(new Error("There is no server to write to.")),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => undefined,
  };
  const connect = async () => adapter;
  return {
    provider: "postgres" as const,
    adapterName: "nobody",
    connect,
    connectToShadowDb: connect,
  };
}
