// Stores mails one by one in the desk at argv[2] until it is killed, and tells each as soon as it is acknowledged.
import { createHash, randomBytes } from "node:crypto";
import { openDb } from "../../lib/db/client.ts";
import { storeArrivals } from "../../lib/intake/store.ts";

const db = openDb(process.argv[2] ?? "");
for (;;) {
  const raw = Buffer.from(`Subject: ${randomBytes(8).toString("hex")}\r\n\r\n${"x".repeat(6_000)}`);
  const sha256 = createHash("sha256").update(raw).digest("hex");
  const arrival = { raw, via: "import" as const, at: null, source: "bench", archive: false };
  await storeArrivals(db, [arrival], Date.now());
  await new Promise((resolve) => process.send?.(sha256, undefined, {}, resolve));
}
