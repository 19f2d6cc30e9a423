// Brings the database to this version's schema. A process of its own: the engine's memory is given back when it ends.
import path from "node:path";
import { readEnv } from "../lib/config/env.ts";
import { upgrade } from "../lib/db/upgrade.ts";

const root = path.dirname(import.meta.dirname);
try {
  const env = readEnv();
  const backup = await upgrade(env.DATABASE_URL, root, Date.now());
  if (backup !== null)
    console.log(`This version keeps its data otherwise. The desk as it was is in ${backup}.`);
  process.send?.({ host: env.HOST, port: env.PORT, dataDir: env.DATA_DIR });
} catch (error) {
  console.error(`The desk cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
process.disconnect?.();
