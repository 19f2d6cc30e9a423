import { Client } from "pg";
import { type Column, type Moved, movedValue } from "./moved-value.ts";
import { batchOf, type Side, type Table } from "./side.ts";

/** A move takes as long as it takes. */
const OPTIONS = "-c timezone=UTC -c idle_in_transaction_session_timeout=0 -c lock_timeout=20000";
const WRITER = `SELECT 1 FROM "Writer" FOR UPDATE`;

/**
 * The desk on a server. Two connections: one holds the writer's row, so that every other desk waits; the other began after that, and
 * sees one moment. `inUse`: the others need not wait.
 */
export async function postgresqlSide(url: string, inUse: boolean): Promise<Side> {
  const [lock, work] = [newClient(url), newClient(url)];
  const close = async () => {
    await Promise.allSettled([work.end(), lock.end()]);
  };
  try {
    await lock.connect();
    await lock.query("BEGIN");
    if (!inUse) await lock.query(WRITER);
    await work.connect();
    await work.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  } catch (error) {
    await close();
    throw error;
  }
  const { host, pathname } = new URL(url);
  return {
    name: `PostgreSQL at ${host}${pathname}`,
    read: (table) => readTable(work, table),
    write: async (table, rows) => await writeRows(work, table, rows),
    count: async ({ name }) => {
      const { rows } = await work.query<{ n: string }>(`SELECT count(*) AS n FROM "${name}"`);
      return Number(rows[0]?.n);
    },
    keep: async () => void (await work.query("COMMIT")),
    close,
  };
}

function newClient(url: string): Client {
  const client = new Client({
    connectionString: url,
    options: OPTIONS,
    application_name: "exitdesk move",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // It fails where it is waited for.
  client.on("error", () => undefined);
  return client;
}

async function* readTable(client: Client, table: Table): AsyncGenerator<Moved[][]> {
  const names = table.columns.map(readSql).join(", ");
  await client.query(`DECLARE "moved" NO SCROLL CURSOR FOR SELECT ${names} FROM "${table.name}"`);
  try {
    for (;;) {
      const next = `FETCH ${batchOf(table)} FROM "moved"`;
      const { rows } = await client.query<unknown[]>({ text: next, rowMode: "array" });
      if (rows.length === 0) return;
      yield rows.map((row) => table.columns.map(({ type }, at) => movedValue(type, row[at])));
    }
  } finally {
    await client.query(`CLOSE "moved"`);
  }
}

/** As text where the driver would make something of its own of it. */
function readSql({ name, type }: Column): string {
  if (type === "json") return `"${name}"::text`;
  return `"${name}"`;
}

async function writeRows(client: Client, table: Table, rows: readonly Moved[][]): Promise<void> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
  const width = table.columns.length;
  const tuples = rows.map(
    (_, row) => `(${table.columns.map((__, at) => `$${row * width + at + 1}`).join(", ")})`,
  );
  const values = rows.flatMap((row) => row.map((value, at) => storable(table.columns[at], value)));
  await client.query(`INSERT INTO "${table.name}" (${names}) VALUES ${tuples.join(", ")}`, values);
}

function storable(column: Column | undefined, value: Moved): unknown {
  if (value === null) return null;
  if (column?.type === "moment") return new Date(Number(value)).toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value);
  return typeof value === "bigint" ? String(value) : value;
}
