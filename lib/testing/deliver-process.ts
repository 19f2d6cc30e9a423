// Sends what is due in the desk at argv[2] until it is killed: the worker's outbox alone, for tests that kill it.
import { openDb } from "../db/client.ts";
import { deliverDue, recoverInterrupted } from "../outbox/deliver.ts";
import { SECRET_KEY } from "./a-letter-queue.ts";

const db = openDb(process.argv[2] ?? "");
const deps = { secretKey: SECRET_KEY, settle: async () => undefined, now: Date.now };
await recoverInterrupted(db, deps);
process.send?.("ready");
for (;;) {
  await deliverDue(db, deps);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
