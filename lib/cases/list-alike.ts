import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { whyNotTogether, whyUnlike } from "./alike.ts";
import { MAX_BULK } from "./bulk.ts";
import { likelyAlike, readBulkCases } from "./bulk-store.ts";
import type { QueueRow } from "./case.ts";

/** `more`: there are others, which come in the next go. `why`: why this case has none beside it. */
export type Alike = { rows: QueueRow[]; more: boolean; why: string | null };

/** The case and those that one read letter may stand for, at most MAX_BULK. Empty: there is no such case. */
export async function listAlike(db: Db, viewer: Viewer, caseId: string): Promise<Alike> {
  const [sample] = await readBulkCases(db, viewer, [caseId]);
  if (!sample) return { rows: [], more: false, why: null };
  const why = whyNotTogether(sample);
  if (why !== null) return { rows: [sample.row], more: false, why };
  const others = (await likelyAlike(db, viewer, sample)).filter(
    (other) =>
      other.row.id !== caseId &&
      whyNotTogether(other) === null &&
      whyUnlike(sample, other) === null,
  );
  const rows = [sample, ...others].map(({ row }) => row);
  return { rows: rows.slice(0, MAX_BULK), more: rows.length > MAX_BULK, why: null };
}
