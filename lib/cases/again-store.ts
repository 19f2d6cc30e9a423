import { gunzipSync } from "node:zlib";
import type { Viewer } from "../accounts/viewer.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { FactChange } from "../complaints/fact-change.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { Draft } from "../drafting/draft.ts";
import type { Instant } from "../time/instant.ts";
import { keepEvents } from "./claimed-event-store.ts";
import { keepRelays } from "./complaint-relay-store.ts";
import { leadingComplaint } from "./leading-complaint.ts";
import { sameProposal } from "./proposal.ts";
import { keepComplaintText } from "./search-text-store.ts";
import type { StoredTriage } from "./stored-triage.ts";
import { visibleTo } from "./visible.ts";

const MAX_RAW = 200 * 1024 * 1024;
/** Of a case of a thousand repeats the leading one is among the newest, or one a person corrected. */
const LOOK_AT = 20;

export type KeptMail = {
  complaintId: string;
  sha256: string;
  raw: Uint8Array;
  receivedAt: Instant;
  typeByPerson: ComplaintType | undefined;
  /** What persons said of its facts and nobody took back, oldest first. */
  corrections: { id: string; change: FactChange }[];
  /** What was concluded from it last. */
  triage: StoredTriage;
  of: { ref: string; type: string; sealed: boolean; version: number };
};

/** The mail a case is about, with its bytes. Null when the viewer may not see the case. */
export async function leadingRaw(db: Db, viewer: Viewer, caseId: string): Promise<KeptMail | null> {
  const row = await db.case.findFirst({
    where: { AND: [{ id: caseId }, visibleTo(viewer)] },
    select: { type: true },
  });
  const id = row && (await leadingId(db, caseId, row.type));
  return id ? await keptMail(db, viewer, { caseId, complaintId: id }) : null;
}

/** One mail of a case, with its bytes. Null when it is not of this case, was purged or redacted, or the viewer may not see it. */
export async function keptMail(
  db: Db,
  viewer: Viewer,
  { caseId, complaintId }: { caseId: string; complaintId: string },
): Promise<KeptMail | null> {
  const row = await db.complaint.findFirst({
    where: { id: complaintId, caseId, case: visibleTo(viewer), raw: { goneAt: null } },
    include: {
      raw: true,
      case: { select: { ref: true, type: true, sealed: true, version: true } },
      corrections: { where: { undoneAt: null }, orderBy: { id: "asc" } },
    },
  });
  if (!row) return null;
  const triage = row.triage as unknown as StoredTriage;
  return {
    complaintId: row.id,
    sha256: row.rawSha256,
    raw: gunzipSync(row.raw.gzip, { maxOutputLength: MAX_RAW }),
    receivedAt: row.receivedAt.getTime(),
    typeByPerson: triage.typeByPerson,
    corrections: row.corrections.map(({ id, change }) => ({ id, change: change as FactChange })),
    triage,
    of: row.case,
  };
}

/** Which of a case's mails it is about; null for a case without any. */
export async function leadingId(
  tx: Db | Tx,
  caseId: string,
  caseType: string,
): Promise<string | null> {
  const newest = await complaints(tx, { caseId }, LOOK_AT);
  const corrected = await complaints(
    tx,
    { caseId, corrections: { some: { undoneAt: null } } },
    LOOK_AT,
  );
  const all = new Map([...newest, ...corrected].map((row) => [row.id, row]));
  const newestFirst = [...all.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
  return leadingComplaint(newestFirst, caseType)?.id ?? null;
}

async function complaints(tx: Db | Tx, where: Prisma.ComplaintWhereInput, take: number) {
  const rows = await tx.complaint.findMany({
    where,
    orderBy: { id: "desc" },
    take,
    select: { id: true, triage: true },
  });
  return rows.map(({ id, triage }) => ({ id, triage: triage as unknown as StoredTriage }));
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
    if (row.sentAt !== null) return false;
    return !sameProposal(row.edited ? row.proposed : row, draft);
  });
}

/** `deadlineAt`: the one this complaint sets, as it is read now. */
export async function replaceTriage(
  tx: Tx,
  complaintId: string,
  { stored, deadlineAt }: { stored: Prisma.InputJsonObject; deadlineAt: Instant | null },
): Promise<void> {
  const complaint = await tx.complaint.update({
    where: { id: complaintId },
    select: { id: true, receivedAt: true },
    data: { triage: stored, deadlineAt: deadlineAt === null ? null : new Date(deadlineAt) },
  });
  await keepEvents(tx, complaint, stored as unknown as StoredTriage);
  await keepRelays(tx, complaintId, stored as unknown as StoredTriage);
  await keepComplaintText(tx, complaintId);
}
