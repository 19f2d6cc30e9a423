import { Pool, type PoolConfig } from "pg";

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

/** Connections to the desk's database, as every part of the desk wants them. */
export function newPool(url: string, max: number, more: PoolConfig = {}): Pool {
  return new Pool({
    connectionString: url,
    options: OPTIONS,
    application_name: "exitdesk",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    max,
    ...more,
  });
}
