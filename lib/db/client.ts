import { PrismaClient } from "./generated/client.ts";
import { DurableLibSql } from "./libsql.ts";

/** The desk's database. Only `store.ts` files and entry points hold one. */
export type Db = PrismaClient;
/** What a store needs to take part in a transaction somebody else opened. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** Opens the desk kept at `url` (`file:/path/desk.db`). Migrate it first: {@link import("./migrate.ts").migrate}. */
export function openDb(url: string): Db {
  return new PrismaClient({
    adapter: new DurableLibSql({ url }),
    transactionOptions: { maxWait: 20_000, timeout: 30_000 },
  });
}
