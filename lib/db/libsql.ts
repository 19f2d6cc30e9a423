import { type Client, createClient } from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";

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
].join(";");

/** The Prisma adapter for one SQLite file, every connection of which is durable. */
export class DurableLibSql extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql["createClient"]>[0]): Client {
    return durable(createClient(config));
  }
}

/**
 * libsql opens a fresh connection after each `transaction()`, and a fresh connection has forgotten its pragmas.
 * `transaction` is always a write transaction (BEGIN IMMEDIATE): a deferred one that turns into a write while
 * another process writes fails with SQLITE_BUSY at once, whatever the busy_timeout.
 */
function durable(client: Client): Client {
  let fresh = true;
  const settle = async () => {
    if (!fresh) return;
    fresh = false;
    await client.executeMultiple(PRAGMAS);
  };
  return new Proxy(client, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name === "transaction")
        return async () => {
          await settle();
          fresh = true;
          return target.transaction("write");
        };
      if (name === "execute" || name === "batch" || name === "executeMultiple")
        return async (...args: unknown[]) => {
          await settle();
          return member.apply(target, args);
        };
      return member.bind(target);
    },
  });
}
