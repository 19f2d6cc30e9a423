import { contentKeysFolder, readContentKeys } from "../config/content-keys.ts";
import { dialectOf } from "./dialect.ts";
import { PrismaClient } from "./generated/client.ts";
import { getPrismaClientClass } from "./generated-postgresql/internal/class.ts";
import { DurableLibSql } from "./libsql.ts";
import { type Lookup, openingSealed } from "./open-sealed.ts";
import { DeskPg } from "./postgresql/desk-pg.ts";

type Work<C> = C & Lookup;
/** What a store needs to take part in a transaction somebody else opened. */
export type Tx = Work<Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0]>;
/** The desk's database. Only `store.ts` files and entry points hold one. */
export type Db = Work<Omit<PrismaClient, "$transaction">> & {
  $transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

const TRANSACTIONS = { maxWait: 20_000, timeout: 30_000 };

/**
 * Opens the desk kept at `url` (`file:/path/desk.db`, or `postgresql://...`). Migrate it first: {@link import("./migrate.ts").migrate}.
 * `keyFolder`: where `content.keys` lies, beside the database but in tests. `worker`: the holder of the worker's lease, see
 * {@link import("./worker-lease.ts").takeWorkerLease}; on SQLite there is none.
 */
export function openDb(
  url: string,
  { keyFolder, worker }: { keyFolder?: string; worker?: string } = {},
): Db {
  const keys = readContentKeys(keyFolder ?? contentKeysFolder(url));
  const dialect = dialectOf(url);
  const client =
    dialect === "sqlite"
      ? new PrismaClient({
          adapter: new DurableLibSql({ url }, keys),
          transactionOptions: TRANSACTIONS,
        })
      : openPostgresql(new DeskPg(url, keys, worker));
  return openingSealed(client, keys, dialect) as unknown as Db;
}

/** The one place where the client of PostgreSQL is taken for that of SQLite: their models are the same, derived. */
function openPostgresql(adapter: DeskPg): PrismaClient {
  const Client = getPrismaClientClass();
  return new Client({ adapter, transactionOptions: TRANSACTIONS }) as unknown as PrismaClient;
}
