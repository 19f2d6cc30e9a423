import { onRecord } from "../accounts/audit-store.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";

/** How a sealed case can be read. */
type Reading = "case page" | "mail" | "file of a letter";

/** Writes down that somebody opened a sealed case; of others nobody keeps who read them. Without the entry there is no reading. */
export async function noteReading(
  db: Db,
  viewer: Viewer,
  { id: caseId, sealed }: { id: string; sealed: boolean },
  what: Reading,
): Promise<void> {
  const done = async () => true;
  if (sealed) await onRecord(db, viewer.userId, { kind: "read", what, caseId }, done);
}
