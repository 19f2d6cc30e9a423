import { type Client, createClient, type InStatement, type Transaction } from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";
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
].join(";");

/** The Prisma adapter for one SQLite file, every connection of which is durable. */
export class DurableLibSql extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql["createClient"]>[0]): Client {
    return durable(createClient(config));
  }
}

/**
 * One connection for the life of the client. libsql's own `transaction()` leaves its connection behind, open until the
 * garbage collector comes by (300 transactions: 600 open files, 500 MB), and begins the next one without our pragmas.
 * So a transaction is begun here, on the same connection; the Prisma adapter lets nothing else pass while one runs. It is
 * always a write transaction: a deferred one that turns into a write while another process writes fails with SQLITE_BUSY
 * at once, whatever the busy_timeout.
 */
function durable(client: Client): Client {
  let settled: Promise<void> | undefined;
  const settle = () => {
    settled ??= client.executeMultiple(PRAGMAS);
    return settled;
  };
  return new Proxy(client, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name === "transaction")
        return async () => {
          await settle();
          return await begin(target);
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

async function begin(client: Client): Promise<Transaction> {
  tellStatement("BEGIN IMMEDIATE");
  await client.execute("BEGIN IMMEDIATE");
  let open = true;
  const end = async (statement: "COMMIT" | "ROLLBACK") => {
    if (!open) return;
    open = false;
    tellStatement(statement);
    await client.execute(statement);
  };
  const rollback = () => end("ROLLBACK");
  return {
    execute: (statement: InStatement) => {
      tellStatement(statement);
      return client.execute(statement);
    },
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
