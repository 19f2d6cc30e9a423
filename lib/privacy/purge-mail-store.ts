import type { CaseLine } from "../cases/case.ts";
import { addToTimeline, DESK } from "../cases/case-store.ts";
import { TYPE_NAMES } from "../cases/case-title.ts";
import { plainJson } from "../cases/plain-json.ts";
import type { StoredTriage } from "../cases/stored-triage.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { withoutMail } from "./purged-triage.ts";

/** So many mails of one case in one transaction; a case of a thousand repeats takes several. */
const BATCH = 100;
const NOTHING = new Uint8Array(0);

/**
 * Takes the next mails of a case away: the bytes and every text read out of them. What stays of a mail is the tombstone by
 * which intake knows it again, and the facts. Returns how many, and whether they were the last.
 */
export async function purgeMails(
  tx: Tx,
  caseId: string,
  now: Instant,
): Promise<{ mails: number; isLast: boolean }> {
  const rows = await tx.complaint.findMany({
    where: { caseId, raw: { OR: [{ goneAt: null }, { copySha256: { not: null } }] } },
    orderBy: { id: "asc" },
    take: BATCH,
    select: { id: true, rawSha256: true, triage: true },
  });
  for (const { id, rawSha256, triage } of rows) {
    await emptyRaw(tx, rawSha256, now);
    await tx.complaint.update({
      where: { id },
      data: { subject: "", triage: plainJson(withoutMail(triage as unknown as StoredTriage)) },
    });
  }
  await tx.searchText.deleteMany({ where: { complaintId: { in: rows.map(({ id }) => id) } } });
  const isLast = rows.length < BATCH;
  if (isLast) await closeMailStage(tx, caseId, now);
  return { mails: rows.length, isLast };
}

/** The row stays: its hash keeps intake from taking the mail a second time, and the ledger whole. */
export async function emptyRaw(tx: Tx, sha256: string, now: Instant): Promise<void> {
  await tx.rawMail.update({
    where: { sha256 },
    data: { gzip: NOTHING, goneAt: new Date(now), copySha256: null },
  });
}

async function closeMailStage(tx: Tx, caseId: string, now: Instant): Promise<void> {
  const { type, line, complaintCount } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { type: true, line: true, complaintCount: true },
  });
  await tx.case.update({
    where: { id: caseId },
    data: { mailPurgedAt: new Date(now), title: plainTitle(type, line as CaseLine) },
  });
  await dropSubjects(tx, caseId);
  const item = { actor: DESK, at: now, data: { mails: complaintCount } };
  await addToTimeline(tx, caseId, { kind: "mail_purged", ...item });
}

/** The title of mail that accuses nobody is its subject, and of a copyright notice the work. */
function plainTitle(type: string, { ip }: CaseLine): string {
  const name = TYPE_NAMES[type as ComplaintType] ?? type;
  return ip === null ? name : `${name} about ${ip}`;
}

async function dropSubjects(tx: Tx, caseId: string): Promise<void> {
  const rows = await tx.timelineEntry.findMany({
    where: { caseId, kind: { in: ["opened", "complaint"] } },
    select: { id: true, data: true },
  });
  for (const { id, data } of rows) {
    const { subject: _, ...rest } = data as { subject?: string };
    await tx.timelineEntry.update({ where: { id }, data: { data: plainJson(rest) } });
  }
}
