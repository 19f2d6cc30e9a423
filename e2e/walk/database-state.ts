import { createHash } from "node:crypto";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * What may move without anybody having changed something: a session is seen, a sign-in is counted before it is looked at, and
 * who may open a sealed case is written down when they do. Nothing else.
 */
const MOVES: Record<string, string[]> = {
  Session: ["seenAt"],
  User: ["failedCount", "lockedUntil"],
  KnownDevice: ["failedCount", "lockedUntil"],
};
const LEFT_OUT = new Set(["AuditEntry", "Counter", "_prisma_migrations"]);

/** Hash of every row of every table, by table. */
export function databaseState(dataDir: string): Record<string, string> {
  const db = new DatabaseSync(path.join(dataDir, "desk.db"), { readOnly: true });
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => String(name))
      .filter((name) => !LEFT_OUT.has(name));
    return Object.fromEntries(tables.map((table) => [table, stateOf(db, table)]));
  } finally {
    db.close();
  }
}

/** The tables that differ. */
export function changedTables(
  before: Record<string, string>,
  after: Record<string, string>,
): string[] {
  return Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table]);
}

function stateOf(db: DatabaseSync, table: string): string {
  const moves = MOVES[table] ?? [];
  const columns = db
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !moves.includes(name));
  const hash = createHash("sha256");
  const named = columns.map((name) => `"${name}"`).join(", ");
  for (const row of db.prepare(`SELECT ${named} FROM "${table}" ORDER BY 1, 2`).iterate())
    hash.update(
      JSON.stringify(row, (_key, value) => (typeof value === "bigint" ? `${value}` : value)),
    );
  return hash.digest("hex");
}
