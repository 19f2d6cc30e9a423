// Holds the database at argv[2] alone for argv[3] milliseconds, and says so once it does.
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@libsql/client";

const [url = "", milliseconds = "0"] = process.argv.slice(2);
const client = createClient({ url });
await client.execute("PRAGMA busy_timeout = 10000");
await client.execute("BEGIN EXCLUSIVE");
process.send?.("held");
await sleep(Number(milliseconds));
await client.execute("COMMIT");
client.close();
process.exit(0);
