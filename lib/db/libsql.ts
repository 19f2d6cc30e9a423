import {
  type Client,
  createClient,
  type InArgs,
  type InStatement,
  type ResultSet,
  type Transaction,
} from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import type { ContentKeys } from "../config/content-keys.ts";
import { keepStatements } from "./kept-statements.ts";
import { sealNoted } from "./seal-noted.ts";
import { sealTriggers } from "./seal-triggers.ts";
import { SEALED } from "./sealed-columns.ts";
import { SEALED_WITH } from "./sealed-with.ts";
import { tellStatement } from "./watch-statements.ts";

/**
 * Per-connection settings, see https://www.sqlite.org/pragma.html. `synchronous=FULL` with WAL is what makes a
 * committed mail survive a power cut; the library's default for WAL is NORMAL.
 */
const PRAGMAS = [
  "PRAGMA busy_timeout = 15000",
  "PRAGMA journal_mode = WAL",
  "PRAGMA synchronous = FULL",
  "PRAGMA foreign_keys = ON",
  "PRAGMA trusted_schema = OFF",
  "PRAGMA secure_delete = ON",
  // What is encrypted before the commit must not reach the disk before it either.
  "PRAGMA cache_spill = OFF",
  "PRAGMA temp_store = MEMORY",
].join(";");
const EMPTY_LOG = "PRAGMA wal_checkpoint(TRUNCATE)";
/** So many pages at a time that other writers get their turn. */
const MERGE = `INSERT INTO "OpenSearch" ("OpenSearch", rank) VALUES ('merge', -1000)`;

type Config = Parameters<PrismaLibSql["createClient"]>[0];

/**
 * The Prisma adapter for one SQLite file, every connection of which is durable. With keys, each commit encrypts what sealed
 * cases hold (decision 024); without them, as the migrations have it, nothing of a case may be written.
 */
export class DurableLibSql extends PrismaLibSql {
  readonly #keys: ContentKeys | null;
  constructor(config: Config, keys: ContentKeys | null = null) {
    super(config);
    this.#keys = keys;
  }
  override createClient(config: Config): Client {
    keepStatements();
    return durable(createClient(config), this.#keys);
  }
}

/**
 * One connection for the life of the client. libsql's own `transaction()` leaves its connection behind, open until the
 * garbage collector comes by (300 transactions: 600 open files, 500 MB), and begins the next one without our pragmas.
 * So a transaction is begun here, on the same connection; the Prisma adapter lets nothing else pass while one runs. It is
 * always a write transaction: a deferred one that turns into a write while another process writes fails with SQLITE_BUSY
 * at once, whatever the busy_timeout.
 */
function durable(client: Client, keys: ContentKeys | null): Client {
  let settled: Promise<void> | undefined;
  const settle = () => {
    settled ??= prepare(client, keys);
    return settled;
  };
  return new Proxy(client, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name === "transaction")
        return async () => {
          await settle();
          return await begin(target, keys);
        };
      if (name === "execute" && keys !== null)
        return async (statement: InStatement) => {
          await settle();
          return WRITES.test(typeof statement === "string" ? statement : statement.sql)
            ? await alone(target, keys, statement)
            : await told(target, statement);
        };
      if (name === "execute" || name === "batch" || name === "executeMultiple")
        return async (...args: unknown[]) => {
          await settle();
          tellStatement(args[0]);
          return member.apply(target, args);
        };
      return member.bind(target);
    },
  });
}

const WRITES = /^\s*(insert|update|delete|replace|with)\b/i;

async function prepare(client: Client, keys: ContentKeys | null): Promise<void> {
  await client.executeMultiple(PRAGMAS);
  if (keys === null) return;
  const { rows } = await client.execute(
    `SELECT m."name" AS "of", p."name" AS "column" FROM sqlite_master m JOIN pragma_table_info(m."name") p WHERE m."type" = 'table'`,
  );
  const has = new Set(rows.map(({ of, column }) => `${of}.${column}`));
  // A desk that is not migrated yet lacks some; the migration comes before anything is written.
  const there = Object.keys(SEALED).filter((table) =>
    Object.keys(SEALED[table]?.columns ?? {}).every((column) => has.has(`${table}.${column}`)),
  );
  for (const statement of sealTriggers(there)) await client.execute(statement);
  if (has.has("Setting.value")) await checkKey(client, keys);
}

/** Else a desk without its key would begin a new one, and find out when somebody reads. */
async function checkKey(client: Client, { byId }: ContentKeys): Promise<void> {
  const sql = `SELECT "value" FROM "Setting" WHERE "key" = ?`;
  const { rows } = await client.execute({ sql, args: [SEALED_WITH] });
  const id = rows[0] && String(JSON.parse(String(rows[0]["value"])));
  if (id !== undefined && !byId.has(id))
    throw new Error(
      `content.keys does not hold the key ${id}, which the mails of this desk are encrypted with. Put content.keys back from your backup.`,
    );
}

async function told(client: Client, statement: InStatement): Promise<ResultSet> {
  tellStatement(statement);
  return await client.execute(statement);
}

/** A write on its own is a transaction too, so that what it writes is encrypted before it is on the disk. */
async function alone(client: Client, keys: ContentKeys, statement: InStatement) {
  await client.execute("BEGIN IMMEDIATE");
  try {
    const result = await told(client, statement);
    await commit(client, keys);
    return result;
  } catch (error) {
    await client.execute("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function commit(client: Client, keys: ContentKeys | null): Promise<void> {
  const run = (sql: string, args: InArgs = []) => client.execute({ sql, args });
  const oldBytes = keys !== null && (await sealNoted(run, keys));
  await client.execute("COMMIT");
  if (oldBytes) await mergeIndex(client);
  if (oldBytes || fullLogs.has(client)) await emptyLog(client);
}

/** Connections whose log could not be emptied because another process was reading; tried again at the next commit. */
const fullLogs = new WeakSet<Client>();

/** Pages of before stay in the log until they are in the database. */
async function emptyLog(client: Client): Promise<void> {
  const { rows } = await client.execute(EMPTY_LOG);
  if (Number(rows[0]?.["busy"]) === 0) fullLogs.delete(client);
  else fullLogs.add(client);
}

/**
 * The full text index keeps words that were taken out of it until its parts are merged
 * (https://www.sqlite.org/fts5.html#the_merge_command).
 */
async function mergeIndex(client: Client): Promise<void> {
  for (let before = -2, now = 0; now - before > 1; ) {
    before = await changes(client);
    await client.execute(MERGE);
    now = await changes(client);
  }
}

async function changes(client: Client): Promise<number> {
  const { rows } = await client.execute(`SELECT total_changes() AS "made"`);
  return Number(rows[0]?.["made"]);
}

async function begin(client: Client, keys: ContentKeys | null): Promise<Transaction> {
  tellStatement("BEGIN IMMEDIATE");
  await client.execute("BEGIN IMMEDIATE");
  let open = true;
  const end = async (how: "COMMIT" | "ROLLBACK") => {
    if (!open) return;
    open = false;
    tellStatement(how);
    await (how === "COMMIT" ? commit(client, keys) : client.execute(how));
  };
  const rollback = () => end("ROLLBACK");
  return {
    execute: (statement: InStatement) => told(client, statement),
    batch: () => Promise.reject(new Error("A batch inside a transaction is not used here.")),
    executeMultiple: (sql) => client.executeMultiple(sql),
    commit: async () => {
      try {
        await end("COMMIT");
      } catch (error) {
        // A commit that fails (a full disk) can leave the transaction open; the next one could not begin.
        await client.execute("ROLLBACK").catch(() => undefined);
        throw error;
      }
    },
    rollback,
    close: () => void rollback().catch(() => undefined),
    get closed() {
      return !open;
    },
  };
}
