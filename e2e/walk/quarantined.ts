import type { Db } from "../../lib/db/client.ts";
import { pendingSightings, quarantineMail } from "../../lib/intake/pending-store.ts";
import { storeArrivals } from "../../lib/intake/store.ts";

/** A mail that was stored and could not be opened; the id by which it is listed. */
export async function aQuarantined(db: Db, word: string): Promise<string> {
  const raw = Buffer.from(`Subject: ${word}\n\n${word}\n`);
  const arrival = { raw, via: "webhook" as const, at: null, source: "token", archive: false };
  await storeArrivals(db, [arrival], Date.now());
  const [id = ""] = await pendingSightings(db, 1);
  await quarantineMail(db, id, "TypeError");
  return id;
}
