import { contentKeysFolder, readContentKeys } from "../config/content-keys.ts";
import { PrismaClient } from "./generated/client.ts";
import { DurableLibSql } from "./libsql.ts";
import { type Lookup, openingSealed } from "./open-sealed.ts";

type Work<C> = C & Lookup;
/** What a store needs to take part in a transaction somebody else opened. */
export type Tx = Work<Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0]>;
/** The desk's database. Only `store.ts` files and entry points hold one. */
export type Db = Work<Omit<PrismaClient, "$transaction">> & {
  $transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

/**
 * Opens the desk kept at `url` (`file:/path/desk.db`). Migrate it first: {@link import("./migrate.ts").migrate}.
 * `keyFolder`: where `content.keys` lies, beside the database but in tests.
 */
export function openDb(url: string, keyFolder = contentKeysFolder(url)): Db {
  const keys = readContentKeys(keyFolder);
  const client = new PrismaClient({
    adapter: new DurableLibSql({ url }, keys),
    transactionOptions: { maxWait: 20_000, timeout: 30_000 },
  });
  return openingSealed(client, keys) as unknown as Db;
}
