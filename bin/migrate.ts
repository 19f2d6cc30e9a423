// Brings the database to this version's schema. A process of its own: the engine's memory is given back when it ends.
import path from "node:path";
import { readEnv } from "../lib/config/env.ts";
import { migrate } from "../lib/db/migrate.ts";

const root = path.dirname(import.meta.dirname);
try {
  await migrate(readEnv().DATABASE_URL, root);
} catch (error) {
  console.error(
    `The database could not be brought to this version: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
}
