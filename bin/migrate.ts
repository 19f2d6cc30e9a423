// Brings the database to this version's schema. A process of its own: the engine's memory is given back when it ends.
import path from "node:path";
import { readEnv } from "../lib/config/env.ts";
import { migrate } from "../lib/db/migrate.ts";

const root = path.dirname(import.meta.dirname);
try {
  const env = readEnv();
  await migrate(env.DATABASE_URL, root);
  process.send?.({ host: env.HOST, port: env.PORT, dataDir: env.DATA_DIR });
} catch (error) {
  console.error(`The desk cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
process.disconnect?.();
