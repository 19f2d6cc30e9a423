import type { Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import {
  caseMarks,
  complaintWords,
  isBare,
  letterWords,
  noteWords,
  type SearchWords,
} from "./search-text.ts";
import type { StoredTriage } from "./stored-triage.ts";

/** So many texts of one second have ids of their own. With the seconds until 2242 that makes 53 bits: libsql reads no more. */
const A_SECOND = 2 ** 20;
const LAST_SECOND = 2 ** 33 - 1;

/** The smallest id of a text of this second. */
export function firstIdAt(at: Instant): bigint {
  return BigInt(Math.min(Math.max(Math.floor(at / 1000), 0), LAST_SECOND) * A_SECOND);
}

/** The moment a text is of, to the second. */
export function momentOf(id: bigint): Instant {
  return Math.floor(Number(id) / A_SECOND) * 1000;
}

/** Puts a mail into the search, or what it says now into the place of what it said. */
export async function keepComplaintText(tx: Tx, complaintId: string): Promise<void> {
  const row = await tx.complaint.findUniqueOrThrow({
    where: { id: complaintId },
    select: { caseId: true, receivedAt: true, triage: true, case: { select: OF_CASE } },
  });
  const stored = row.triage as unknown as StoredTriage;
  const words = complaintWords(stored, { bare: isBare(caseMarks(row.case)) });
  await keepText(tx, { complaintId }, { at: row.receivedAt, ...row }, words);
}

/** Puts a letter into the search; takes it out again when it was taken back before it went. */
export async function keepLetterText(tx: Tx, outboxId: string): Promise<void> {
  const row = await tx.outboxMail.findUniqueOrThrow({
    where: { id: outboxId },
    select: {
      caseId: true,
      createdAt: true,
      state: true,
      to: true,
      subject: true,
      text: true,
      case: { select: OF_CASE },
    },
  });
  if (row.state === "cancelled") {
    await tx.searchText.deleteMany({ where: { outboxId } });
    return;
  }
  const words = letterWords({ ...row, to: row.to as string[] });
  await keepText(tx, { outboxId }, { at: row.createdAt, ...row }, words);
}

export async function keepNoteText(
  tx: Tx,
  note: { id: string; caseId: string; at: Date; text: string },
): Promise<void> {
  const row = await tx.case.findUniqueOrThrow({ where: { id: note.caseId }, select: OF_CASE });
  await keepText(tx, { noteId: note.id }, { ...note, case: row }, noteWords(note.text));
}

/** After mails were put into this case, or its type, verdict or seal changed: its texts are filed as it is now. */
export async function refileTexts(tx: Tx, caseId: string): Promise<void> {
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: OF_CASE });
  const marks = caseMarks(row);
  const where = { caseId, OR: [{ caseMarks: { not: marks } }, { sealed: { not: row.sealed } }] };
  const stale = await tx.searchText.findMany({
    where,
    select: { complaintId: true, caseMarks: true },
  });
  if (stale.length === 0) return;
  await tx.searchText.updateMany({ where, data: { caseMarks: marks, sealed: row.sealed } });
  for (const { complaintId, caseMarks: before } of stale)
    if (complaintId !== null && isBare(before) !== isBare(marks))
      await keepComplaintText(tx, complaintId);
}

const OF_CASE = { ref: true, type: true, verdict: true, sealed: true } as const;
type Source = { complaintId: string } | { outboxId: string } | { noteId: string };
type Place = {
  caseId: string;
  at: Date;
  case: { ref: string; type: string; verdict: string; sealed: boolean };
};

async function keepText(tx: Tx, source: Source, place: Place, words: SearchWords): Promise<void> {
  const { caseId, at } = place;
  const filed = { caseId, sealed: place.case.sealed, caseMarks: caseMarks(place.case) };
  const { count } = await tx.searchText.updateMany({
    where: source,
    data: { ...filed, ...words },
  });
  if (count > 0) return;
  const first = firstIdAt(at.getTime());
  const newest = await tx.searchText.findFirst({
    where: { id: { gte: first, lt: first + BigInt(A_SECOND) } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  const id = newest === null ? first : newest.id + 1n;
  await tx.searchText.create({ data: { id, ...source, ...filed, ...words } });
}
