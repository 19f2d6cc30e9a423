import { createHash } from "node:crypto";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import { nestedRows, nestedSql } from "../db/nested-rows.ts";
import type { Instant } from "../time/instant.ts";
import type { AttachmentView, NewAttachment } from "./attachment.ts";
import { noteReading } from "./note-reading-store.ts";
import { visibleTo } from "./visible.ts";
import { visibleSql } from "./visible-store.ts";

const OF_CASE = { case: { select: { id: true, sealed: true } } } as const;
const FILE = { include: { file: { select: { size: true } } }, orderBy: { id: "asc" } } as const;

/**
 * Everything attached to letters of the case, sent or not, oldest first; empty for whom the case does not exist. One statement.
 */
export async function listAttachments(
  db: Db,
  viewer: Viewer,
  caseId: string,
): Promise<AttachmentView[]> {
  const [found] = await db.$queryRaw<{ drafted: string; sent: string }[]>(
    Prisma.sql`SELECT ${nestedSql(db, [...LISTED, "about"], draftedSql(caseId))} AS "drafted",
      ${nestedSql(db, [...LISTED, "letterId"], sentSql(caseId))} AS "sent"
      FROM "Case" c WHERE c."id" = ${caseId} AND ${visibleSql(viewer)}`,
  );
  if (!found) return [];
  const drafted = nestedRows<Omit<AttachmentView, "letterId">>(
    db,
    "DraftAttachment",
    found.drafted,
  );
  const sent = nestedRows<Omit<AttachmentView, "about">>(db, "LetterAttachment", found.sent);
  return [
    ...drafted.map((row) => ({ ...row, letterId: null })),
    ...sent.map((row) => ({ ...row, about: "" })),
  ];
}

const LISTED = ["id", "draftId", "name", "mediaType", "sha256", "size"];

function draftedSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT a.*, f."size" FROM "DraftAttachment" a JOIN "Draft" d ON d."id" = a."draftId"
    JOIN "AttachedFile" f ON f."sha256" = a."sha256" WHERE d."caseId" = ${caseId}`;
}

function sentSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT a.*, f."size", m."draftId" FROM "LetterAttachment" a JOIN "OutboxMail" m ON m."id" = a."letterId"
    JOIN "AttachedFile" f ON f."sha256" = a."sha256" WHERE m."caseId" = ${caseId}`;
}

/** The bytes of one attachment, for download; null when the viewer may not see its case. */
export async function readAttachment(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const ofCase = { case: visibleTo(viewer) };
  const drafted = await db.draftAttachment.findFirst({
    where: { id, draft: ofCase },
    include: { file: true, draft: { select: OF_CASE } },
  });
  const sent = await db.letterAttachment.findFirst({
    where: { id, letter: ofCase },
    include: { file: true, letter: { select: OF_CASE } },
  });
  const of = drafted?.draft.case ?? sent?.letter.case;
  const row = drafted ?? sent;
  if (!row || !of) return null;
  await noteReading(db, viewer, of, "file of a letter");
  return { name: row.name, bytes: row.file.bytes };
}

/** The draft's attachments; its letter would carry exactly these. */
export async function attachmentsOfDraft(
  tx: Tx,
  draftId: string,
): Promise<{ id: string; name: string; size: number; sha256: string }[]> {
  const rows = await tx.draftAttachment.findMany({ where: { draftId }, ...FILE });
  return rows.map(view);
}

/** Puts the file to the draft, in the place of one of the same name, and gives the draft a new version. */
export async function putAttachment(
  tx: Tx,
  draftId: string,
  { name, mediaType, about, bytes }: NewAttachment,
  by: { addedBy: string; now: Instant },
): Promise<void> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const kept = await tx.attachedFile.findUnique({ where: { sha256 }, select: { sha256: true } });
  if (!kept)
    await tx.attachedFile.create({
      data: { sha256, bytes: new Uint8Array(bytes), size: bytes.length },
    });
  await dropNamed(tx, draftId, name);
  const added = { addedAt: new Date(by.now), addedBy: by.addedBy };
  await tx.draftAttachment.create({ data: { draftId, sha256, name, mediaType, about, ...added } });
  await afterChange(tx, draftId);
}

/** Names of a sealed case are encrypted: no statement finds them. */
async function dropNamed(tx: Tx, draftId: string, name: string): Promise<void> {
  const present = await tx.draftAttachment.findMany({
    where: { draftId },
    select: { id: true, name: true },
  });
  for (const one of present)
    if (one.name === name) await tx.draftAttachment.delete({ where: { id: one.id } });
}

/** Takes the file from the draft. Its name, or null when the draft has no such file. */
export async function dropAttachment(tx: Tx, draftId: string, id: string): Promise<string | null> {
  const row = await tx.draftAttachment.findFirst({ where: { id, draftId } });
  if (!row) return null;
  await tx.draftAttachment.delete({ where: { id } });
  await afterChange(tx, draftId);
  return row.name;
}

/** The letter gets what the draft has now; what is attached to the draft later is not the letter's. */
export async function freezeAttachments(tx: Tx, draftId: string, letterId: string): Promise<void> {
  const rows = await tx.draftAttachment.findMany({ where: { draftId }, orderBy: { id: "asc" } });
  await tx.letterAttachment.createMany({
    data: rows.map(({ sha256, name, mediaType }) => ({ letterId, sha256, name, mediaType })),
  });
}

/** Who read the draft before does not know what it carries now; bytes nobody refers to any more go. */
async function afterChange(tx: Tx, draftId: string): Promise<void> {
  await tx.draft.update({ where: { id: draftId }, data: { version: { increment: 1 } } });
  await tx.attachedFile.deleteMany({ where: { drafts: { none: {} }, letters: { none: {} } } });
}

type Row = { id: string; name: string; mediaType: string; sha256: string; file: { size: number } };

function view({ id, name, mediaType, sha256, file }: Row) {
  return { id, name, mediaType, sha256, size: file.size };
}
