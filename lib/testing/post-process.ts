// Takes the mails argv[3..] (files) into the desk at argv[2] as a webhook post does, and says each one once it is taken: what a
// sender is told, for tests that kill it in the middle.
import { readFileSync } from "node:fs";
import { openDb } from "../db/client.ts";
import { receiveWebhook } from "../intake/webhook-store.ts";

const [url = "", ...files] = process.argv.slice(2);
const db = openDb(url);
for (const file of files) {
  const mail = { raw: readFileSync(file), sender: "torture", once: null, now: Date.now() };
  const { sha256 } = await receiveWebhook(db, mail);
  process.send?.(sha256);
}
await db.$disconnect();
process.exit(0);
