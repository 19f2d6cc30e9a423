import { gunzipSync } from "node:zlib";
import type { Viewer } from "../accounts/viewer.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { Draft } from "../drafting/draft.ts";
import type { Instant } from "../time/instant.ts";
import { leadingComplaint } from "./leading-complaint.ts";
import type { StoredTriage } from "./stored-triage.ts";
import { visibleTo } from "./visible.ts";

const MAX_RAW = 200 * 1024 * 1024;
/** Of a case of a thousand repeats the leading one is among the newest. */
const LOOK_AT = 20;

export type KeptMail = {
  complaintId: string;
  sha256: string;
  raw: Uint8Array;
  receivedAt: Instant;
  typeByPerson: ComplaintType | undefined;
  /** What was concluded from it last. */
  triage: StoredTriage;
  of: { ref: string; type: string; sealed: boolean };
};

/** The bytes of the mail a case is about. Null when the viewer may not see the case. */
export async function leadingRaw(db: Db, viewer: Viewer, caseId: string): Promise<KeptMail | null> {
  const rows = await db.complaint.findMany({
    where: { caseId, case: visibleTo(viewer) },
    orderBy: { id: "desc" },
    take: LOOK_AT,
    include: { raw: true, case: { select: { ref: true, type: true, sealed: true } } },
  });
  const typed = rows.map((row) => ({ row, triage: row.triage as unknown as StoredTriage }));
  const leading = leadingComplaint(typed, rows[0]?.case.type ?? "");
  if (!leading) return null;
  const { row, triage } = leading;
  return {
    complaintId: row.id,
    sha256: row.rawSha256,
    raw: gunzipSync(row.raw.gzip, { maxOutputLength: MAX_RAW }),
    receivedAt: row.receivedAt.getTime(),
    typeByPerson: triage.typeByPerson,
    triage,
    of: row.case,
  };
}

/** Would writing this conclusion and these letters change anything? */
export async function isNews(
  tx: Tx,
  caseId: string,
  complaintId: string,
  stored: object,
  drafts: readonly Draft[],
): Promise<boolean> {
  const complaint = await tx.complaint.findUniqueOrThrow({ where: { id: complaintId } });
  if (JSON.stringify(complaint.triage) !== JSON.stringify(stored)) return true;
  const rows = await tx.draft.findMany({ where: { caseId } });
  return drafts.some((draft) => {
    const row = rows.find((one) => one.audience === draft.audience);
    if (!row) return true;
    if (row.edited || row.sentAt !== null) return false;
    const { subject, text, language, template } = row;
    const before = { subject, text, language, template, to: row.to, gaps: row.gaps };
    return Object.entries(before).some(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(draft[field as keyof Draft]),
    );
  });
}

export async function replaceTriage(
  tx: Tx,
  complaintId: string,
  stored: Prisma.InputJsonObject,
): Promise<void> {
  await tx.complaint.update({ where: { id: complaintId }, data: { triage: stored } });
}
