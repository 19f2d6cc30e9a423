import { type Client, createClient, type InValue } from "@libsql/client";
import { type Column, columnType, type Moved, movedValue } from "./moved-value.ts";
import { batchOf, type Side, type Table } from "./side.ts";

/** Not of the desk: the engine's own, the index that follows the texts, the list of migrations. */
const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
  AND name NOT LIKE 'OpenSearch%' AND name <> '_prisma_migrations' ORDER BY name`;

/** The tables of a desk, those a row refers to before it. SQLite says of each column what it was meant to be. */
export async function deskTables(url: string): Promise<Table[]> {
  const client = createClient({ url });
  try {
    const { rows } = await client.execute(TABLES);
    const tables: Table[] = [];
    for (const { name } of rows) tables.push(await tableOf(client, String(name)));
    return parentsFirst(tables);
  } finally {
    client.close();
  }
}

async function tableOf(client: Client, name: string): Promise<Table> {
  const columns = await client.execute(`SELECT name, type FROM pragma_table_info('${name}')`);
  const parents = await client.execute(
    `SELECT DISTINCT "table" AS parent FROM pragma_foreign_key_list('${name}')`,
  );
  return {
    name,
    columns: columns.rows.map((row) => ({
      name: String(row["name"]),
      type: columnType(String(row["type"])),
    })),
    parents: parents.rows.map(({ parent }) => String(parent)),
  };
}

function parentsFirst(tables: readonly Table[]): Table[] {
  const placed = new Map<string, Table>();
  while (placed.size < tables.length) {
    const next = tables.filter(
      ({ name, parents }) => !placed.has(name) && parents.every((parent) => placed.has(parent)),
    );
    if (next.length === 0) throw new Error("Tables that refer to each other cannot be moved yet.");
    for (const table of next) placed.set(table.name, table);
  }
  return [...placed.values()];
}

/** The desk in a file. It is locked from now on: a desk that runs on it waits, and says that its database is busy. */
export async function sqliteSide(url: string): Promise<Side> {
  const client = createClient({ url, intMode: "bigint" });
  await client.execute("PRAGMA synchronous = FULL");
  await client.execute("PRAGMA foreign_keys = ON");
  await client.execute("PRAGMA secure_delete = ON");
  await client.execute("BEGIN IMMEDIATE").catch((error: unknown) => {
    client.close();
    throw error;
  });
  return {
    name: url.replace(/^file:/, ""),
    read: (table) => readTable(client, table),
    write: async (table, rows) => {
      const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
      const marks = table.columns.map(() => "?").join(", ");
      const sql = `INSERT INTO "${table.name}" (${names}) VALUES (${marks})`;
      for (const row of rows) await client.execute({ sql, args: storable(table.columns, row) });
    },
    count: async ({ name }) => {
      const { rows } = await client.execute(`SELECT count(*) AS n FROM "${name}"`);
      return Number(rows[0]?.["n"]);
    },
    keep: async () => void (await client.execute("COMMIT")),
    close: async () => {
      await client.execute("ROLLBACK").catch(() => undefined);
      client.close();
    },
  };
}

/** Down its rowids: no statement holds more than a few rows. */
async function* readTable(client: Client, table: Table): AsyncGenerator<Moved[][]> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
  const sql = `SELECT rowid AS "row of the move", ${names} FROM "${table.name}" WHERE rowid > ? ORDER BY rowid LIMIT ${batchOf(table)}`;
  for (let after = -(2n ** 62n); ; ) {
    const { rows } = await client.execute({ sql, args: [after] });
    const last = rows.at(-1);
    if (!last) return;
    after = BigInt(String(last["row of the move"]));
    yield rows.map((row) => table.columns.map(({ name, type }) => movedValue(type, row[name])));
  }
}

/** Moments as Prisma writes them, so that they compare as text. */
function storable(columns: readonly Column[], row: readonly Moved[]): InValue[] {
  return columns.map(({ type }, at) => {
    const value = row[at] ?? null;
    if (type === "moment" && value !== null)
      return new Date(Number(value)).toISOString().replace("Z", "+00:00");
    if (type === "truth" && value !== null) return value === true ? 1 : 0;
    return value;
  });
}

/** All of it into the one file, before the file gets its name. */
export async function closeFile(url: string): Promise<void> {
  const client = createClient({ url });
  try {
    const { rows } = await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    if (Number(rows[0]?.["busy"]) !== 0)
      throw new Error(`${url.replace(/^file:/, "")} is in use. Begin the move again.`);
  } finally {
    client.close();
  }
}
