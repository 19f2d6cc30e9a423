import { gunzipSync } from "node:zlib";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { Triage } from "../triage/triage.ts";
import { storedTriage } from "./stored-triage.ts";
import { visibleTo } from "./visible.ts";

const MAX_RAW = 200 * 1024 * 1024;

/** The bytes of a case's newest complaint, null when the viewer may not see the case. */
export async function newestRaw(
  db: Db,
  viewer: Viewer,
  caseId: string,
): Promise<{ complaintId: string; raw: Uint8Array; receivedAt: Instant } | null> {
  const row = await db.complaint.findFirst({
    where: { caseId, case: visibleTo(viewer) },
    orderBy: { id: "desc" },
    include: { raw: true },
  });
  if (!row) return null;
  return {
    complaintId: row.id,
    raw: gunzipSync(row.raw.gzip, { maxOutputLength: MAX_RAW }),
    receivedAt: row.receivedAt.getTime(),
  };
}

export async function replaceTriage(tx: Tx, complaintId: string, triage: Triage): Promise<void> {
  await tx.complaint.update({
    where: { id: complaintId },
    data: { triage: JSON.parse(JSON.stringify(storedTriage(triage))) },
  });
}
