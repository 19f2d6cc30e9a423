import type { Db } from "../db/client.ts";
import { isZoneName } from "../time/local-time.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { setReading } from "./user-store.ts";
import type { Viewer } from "./viewer.ts";

export type Reading = { language: string | null; zone: string | null };

/** How one's own pages are shown: language (of the pages; null as the browser asks) and the zone beside UTC (null: none). */
export async function chooseReading(
  db: Db,
  { userId }: Viewer,
  { language, zone }: Reading,
): Promise<{ ok: true } | Refusal> {
  if (zone !== null && !isZoneName(zone))
    return refuse(
      "bad-zone",
      "No such zone is known: write it like Europe/Berlin, or leave it empty.",
    );
  await setReading(db, userId, { language, zone });
  return { ok: true };
}
