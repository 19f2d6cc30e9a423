import { PrismaPg } from "@prisma/adapter-pg";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { Pool } from "pg";
import type { ContentKeys } from "../../config/content-keys.ts";
import { tellStatement } from "../watch-statements.ts";
import { sealNoted } from "./seal-noted.ts";
import { type Run, runSealed } from "./sealed-writes.ts";

/**
 * What every connection is told. Moments are written without a zone and mean UTC. A desk that died in the middle of a
 * transaction holds the writer's row no longer than this, also where the network ate its farewell.
 */
const OPTIONS = [
  "timezone=UTC",
  "default_transaction_isolation=read\\ committed",
  "lock_timeout=15000",
  "idle_in_transaction_session_timeout=45000",
  "jit=off",
]
  .map((setting) => `-c ${setting}`)
  .join(" ");
const MOST_CONNECTIONS = 8;
const WRITES = /^\s*(insert|update|delete|with)\b/i;
const WRITER = `SELECT 1 FROM "Writer" FOR UPDATE`;

/**
 * The Prisma adapter for a desk in PostgreSQL: one writer at a time (decision 029), and what belongs to sealed cases encrypted
 * before it leaves this process (decision 024). Without keys, as the migrations have it, it adds nothing of this.
 */
export class DeskPg implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "exitdesk-pg";
  readonly #url: string;
  readonly #keys: ContentKeys | null;
  constructor(url: string, keys: ContentKeys | null = null) {
    this.#url = url;
    this.#keys = keys;
  }

  async connect(): Promise<SqlDriverAdapter> {
    // The engine takes its lock on one connection and works on the next, were there more of them.
    const pool = newPool(this.#url, this.#keys === null ? 1 : MOST_CONNECTIONS);
    const inner = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
    return desk(inner, pool, this.#keys);
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return Promise.reject(new Error("A desk needs no shadow of its database."));
  }
}

/** Connections to the desk's database, as every part of the desk wants them. */
export function newPool(url: string, max: number): Pool {
  return new Pool({
    connectionString: url,
    options: OPTIONS,
    application_name: "exitdesk",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    max,
  });
}

function desk(inner: SqlDriverAdapter, pool: Pool, keys: ContentKeys | null): SqlDriverAdapter {
  const begin = async () => {
    const transaction = await inner.startTransaction();
    if (keys === null) return transaction;
    try {
      tellStatement("BEGIN");
      await transaction.queryRaw({ sql: WRITER, args: [], argTypes: [] });
    } catch (error) {
      await end(transaction, "ROLLBACK");
      throw error;
    }
    return writing(transaction, keys);
  };
  // A write on its own is a transaction too: it waits for its turn, and its COMMIT is the same.
  const alone = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
    const transaction = await begin();
    try {
      const result = await work(transaction);
      await transaction.executeRaw({ sql: "COMMIT", args: [], argTypes: [] });
      await transaction.commit();
      return result;
    } catch (error) {
      await end(transaction, "ROLLBACK");
      throw error;
    }
  };
  const isWrite = (query: SqlQuery) => keys !== null && WRITES.test(query.sql);
  return {
    provider: "postgres",
    adapterName: "exitdesk-pg",
    queryRaw: (query) =>
      isWrite(query) ? alone((one) => one.queryRaw(query)) : told(inner, "queryRaw", query),
    executeRaw: (query) =>
      isWrite(query) ? alone((one) => one.executeRaw(query)) : told(inner, "executeRaw", query),
    // Whole: the adapter's own way divides it at every semicolon, also inside a function.
    executeScript: async (script) => void (await pool.query(script)),
    startTransaction: begin,
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: () => inner.dispose(),
  };
}

async function end(transaction: Transaction, how: "ROLLBACK"): Promise<void> {
  await transaction.executeRaw({ sql: how, args: [], argTypes: [] }).catch(() => undefined);
  await transaction.rollback();
}

function told<Name extends "queryRaw" | "executeRaw">(
  inner: SqlDriverAdapter | Transaction,
  name: Name,
  query: SqlQuery,
): ReturnType<SqlDriverAdapter[Name]> {
  tellStatement(query);
  const storable = { ...query, args: query.args.map(withoutNul) };
  return inner[name](storable) as ReturnType<SqlDriverAdapter[Name]>;
}

/** PostgreSQL has no NUL in a text; strangers send them. The bytes of their mail are kept as they came. */
function withoutNul(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0")
    ? value.replaceAll("\0", "\uFFFD")
    : value;
}

function writing(inner: Transaction, keys: ContentKeys): Transaction {
  let wrote = false;
  const run: Run = {
    queryRaw: (query) => told(inner, "queryRaw", query),
    executeRaw: (query) => told(inner, "executeRaw", query),
  };
  const at = { run, keys, known: new Map<string, boolean>() };
  return {
    provider: "postgres",
    adapterName: "exitdesk-pg",
    options: inner.options,
    queryRaw: async (query) => {
      if (!WRITES.test(query.sql)) return await run.queryRaw(query);
      wrote = true;
      return (await runSealed(at, "queryRaw", query)) as SqlResultSet;
    },
    executeRaw: async (query) => {
      if (query.sql === "COMMIT" && wrote) await sealNoted(run, keys);
      if (!WRITES.test(query.sql)) return await run.executeRaw(query);
      wrote = true;
      return (await runSealed(at, "executeRaw", query)) as number;
    },
    commit: () => inner.commit(),
    rollback: () => inner.rollback(),
  };
}
