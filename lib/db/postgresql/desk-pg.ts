import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type { Pool } from "pg";
import type { ContentKeys } from "../../config/content-keys.ts";
import { SEALED_WITH } from "../sealed-with.ts";
import { tellStatement } from "../watch-statements.ts";
import { sealNoted } from "./seal-noted.ts";
import { type Run, runSealed } from "./sealed-writes.ts";

const MOST_CONNECTIONS = 8;
const WRITES = /^\s*(insert|update|delete|with)\b/i;
const HOLDS_LEASE = `SELECT 1 FROM "Lease" WHERE "name" = 'worker' AND "holder" = $1 AND "until" > clock_timestamp()`;
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
  readonly #worker: string | null;
  readonly #opened: SqlDriverAdapter[] = [];
  /** `worker`: the holder of the worker's lease, who writes nothing once another has it. */
  constructor(url: string, keys: ContentKeys | null = null, worker?: string) {
    this.#url = url;
    this.#keys = keys;
    this.#worker = worker ?? null;
  }

  async connect(): Promise<SqlDriverAdapter> {
    // Loaded here: a desk in a file does without.
    const [{ PrismaPg }, { newPool }] = await Promise.all([
      import("@prisma/adapter-pg"),
      import("./new-pool.ts"),
    ]);
    // The engine takes its lock on one connection and works on the next, were there more of them.
    const pool = newPool(this.#url, this.#keys === null ? 1 : MOST_CONNECTIONS);
    const inner = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
    if (this.#keys !== null) await mustHoldKey(pool, this.#keys);
    const adapter = desk(inner, pool, { keys: this.#keys, worker: this.#worker });
    this.#opened.push(adapter);
    return adapter;
  }

  /** For whom the engine, which closes nothing and keeps its lock, was the only user. */
  async close(): Promise<void> {
    await Promise.all(this.#opened.splice(0).map((adapter) => adapter.dispose()));
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return Promise.reject(new Error("A desk needs no shadow of its database."));
  }
}

/** Else a machine without the keys of the others would begin its own, and nobody could read what it writes. */
async function mustHoldKey(pool: Pool, { byId }: ContentKeys): Promise<void> {
  const sql = `SELECT "value" #>> '{}' AS "id" FROM "Setting" WHERE "key" = $1`;
  const { rows } = await pool.query<{ id: string }>(sql, [SEALED_WITH]);
  const [of] = rows;
  if (of === undefined || byId.has(of.id)) return;
  await pool.end();
  throw new Error(
    `content.keys does not hold the key ${of.id}, which the mails of this desk are encrypted with. Put content.keys there from another machine of this desk, or from your backup.`,
  );
}

type Who = { keys: ContentKeys | null; worker: string | null };

function desk(inner: SqlDriverAdapter, pool: Pool, { keys, worker }: Who): SqlDriverAdapter {
  const begin = async () => {
    const transaction = await inner.startTransaction();
    if (keys === null) return transaction;
    try {
      tellStatement("BEGIN");
      await transaction.queryRaw({ sql: WRITER, args: [], argTypes: [] });
      if (worker !== null) await mustHoldLease(transaction, worker);
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

/** Under the writer's lock: whoever takes the lease next sees all this transaction did, or nothing. */
async function mustHoldLease(transaction: Transaction, worker: string): Promise<void> {
  const argTypes = [{ scalarType: "string", arity: "scalar" } as const];
  const { rows } = await transaction.queryRaw({ sql: HOLDS_LEASE, args: [worker], argTypes });
  if (rows.length === 0) throw new Error("Another worker has taken over. This one writes nothing.");
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
  const inTurn = oneByOne();
  return {
    provider: "postgres",
    adapterName: "exitdesk-pg",
    options: inner.options,
    queryRaw: (query) =>
      inTurn(async () => {
        if (!WRITES.test(query.sql)) return await run.queryRaw(query);
        wrote = true;
        return (await runSealed(at, "queryRaw", query)) as SqlResultSet;
      }),
    executeRaw: (query) =>
      inTurn(async () => {
        if (query.sql === "COMMIT" && wrote) await sealNoted(run, keys);
        if (!WRITES.test(query.sql)) return await run.executeRaw(query);
        wrote = true;
        return (await runSealed(at, "executeRaw", query)) as number;
      }),
    commit: () => inner.commit(),
    rollback: () => inner.rollback(),
  };
}

/** A connection does one thing after the other, also where a transaction asks for several at once. */
function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
