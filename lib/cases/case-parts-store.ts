import type { FactChange } from "../complaints/fact-change.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import { nestedRows, nestedSql } from "../db/nested-rows.ts";
import type { Audience } from "../drafting/draft.ts";
import type { SenderCheck } from "../mail/sender-check.ts";
import type { FollowUp, OutboxState, TimelineKind } from "./case.ts";
import type { Proposal } from "./proposal.ts";
import type { StoredTriage } from "./stored-triage.ts";

/** A case of many repeats shows its newest ones; all of them are kept. */
const MAX_COMPLAINTS = 20;
const MAX_TIMELINE = 300;

export type ComplaintPart = {
  id: string;
  receivedAt: string;
  fromAddress: string;
  subject: string;
  language: string;
  rawSha256: string;
  rawSize: number;
  triage: StoredTriage;
  sender: SenderCheck | null;
  corrections: CorrectionPart[];
};
type CorrectionPart = {
  id: string;
  complaintId: string;
  change: FactChange;
  at: string;
  by: string;
  byLogin: string | null;
  undoneBy: string | null;
  undoneByLogin: string | null;
};
export type DraftPart = {
  id: string;
  audience: Audience;
  template: string;
  language: string;
  to: string[];
  subject: string;
  text: string;
  gaps: string[];
  edited: number | boolean;
  version: number;
  sentAt: string | null;
  newer: number | boolean;
  proposed: Proposal | null;
};
export type OutboxPart = {
  id: string;
  draftId: string;
  state: OutboxState;
  to: string[];
  subject: string;
  text: string;
  messageId: string;
  notBefore: string;
  answer: string | null;
  approvedBy: string;
  createdAt: string;
  settledAt: string | null;
};
type CopyPart = { id: string; outboxId: string; folder: string | null; problem: string | null };
type TimelinePart = {
  id: string;
  at: string;
  kind: TimelineKind;
  actor: string;
  login: string | null;
  data: Prisma.JsonValue;
};

type FollowUpPart = Omit<FollowUp, "dueAt"> & { dueAt: string };

export type CaseParts = {
  complaints: ComplaintPart[];
  drafts: DraftPart[];
  outbox: (OutboxPart & { copy: { folder: string | null; problem: string | null } | null })[];
  /** Oldest first. */
  timeline: TimelinePart[];
  readers: { id: string; login: string }[];
  /** The newest that is still to come. */
  followUp: FollowUpPart | null;
};

/** All that hangs on a case the caller has seen, in one statement. */
export async function readParts(db: Db, caseId: string): Promise<CaseParts> {
  const [found] = await db.$queryRaw<Record<keyof typeof COLUMNS | "readers", string>[]>(
    Prisma.sql`SELECT ${nestedSql(db, COLUMNS.complaints, complaintsSql(caseId))} AS "complaints",
      ${nestedSql(db, COLUMNS.corrections, correctionsSql(caseId))} AS "corrections",
      ${nestedSql(db, COLUMNS.drafts, Prisma.sql`SELECT * FROM "Draft" WHERE "caseId" = ${caseId}`)} AS "drafts",
      ${nestedSql(db, COLUMNS.outbox, Prisma.sql`SELECT * FROM "OutboxMail" WHERE "caseId" = ${caseId}`)} AS "outbox",
      ${nestedSql(db, COLUMNS.copies, copiesSql(caseId))} AS "copies",
      ${nestedSql(db, COLUMNS.timeline, timelineSql(caseId))} AS "timeline",
      ${nestedSql(db, COLUMNS.followUps, followUpsSql(caseId))} AS "followUps",
      ${nestedSql(db, ["id", "login"], readersSql(caseId))} AS "readers"`,
  );
  const rows = <Row extends { id: string }>(
    table: string,
    part: keyof typeof COLUMNS | "readers",
  ) => nestedRows<Row>(db, table, found?.[part] ?? "[]");
  const corrections = rows<CorrectionPart>("Correction", "corrections");
  const copies = rows<CopyPart>("SentCopy", "copies");
  return {
    complaints: rows<ComplaintPart>("Complaint", "complaints")
      .map((row) => ({
        ...row,
        corrections: corrections.filter(({ complaintId }) => complaintId === row.id),
      }))
      .reverse(),
    drafts: rows<DraftPart>("Draft", "drafts").sort((a, b) => (a.audience < b.audience ? -1 : 1)),
    outbox: rows<OutboxPart>("OutboxMail", "outbox")
      .map((row) => ({ ...row, copy: copyOf(copies, row.id) }))
      .reverse(),
    timeline: rows<TimelinePart>("TimelineEntry", "timeline"),
    readers: rows("CaseReader", "readers"),
    followUp: rows<FollowUpPart>("FollowUp", "followUps").at(-1) ?? null,
  };
}

function copyOf(copies: readonly CopyPart[], id: string) {
  const copy = copies.find(({ outboxId }) => outboxId === id);
  return copy ? { folder: copy.folder, problem: copy.problem } : null;
}

const COLUMNS = {
  complaints: [
    "id",
    "receivedAt",
    "fromAddress",
    "subject",
    "language",
    "rawSha256",
    "rawSize",
    "triage",
    "sender",
  ],
  corrections: ["id", "complaintId", "change", "at", "by", "byLogin", "undoneBy", "undoneByLogin"],
  drafts: [
    "id",
    "audience",
    "template",
    "language",
    "to",
    "subject",
    "text",
    "gaps",
    "edited",
    "version",
    "sentAt",
    "newer",
    "proposed",
  ],
  outbox: [
    "id",
    "draftId",
    "state",
    "to",
    "subject",
    "text",
    "messageId",
    "notBefore",
    "answer",
    "approvedBy",
    "createdAt",
    "settledAt",
  ],
  copies: ["id", "outboxId", "folder", "problem"],
  timeline: ["id", "at", "kind", "actor", "login", "data"],
  followUps: ["id", "caseId", "dueAt", "reason", "before"],
} as const;

/** The newest mails, and those with corrections too, however many repeats came since: the case may be about one of them. */
function shownSql(caseId: string): Prisma.Sql {
  const ofCase = Prisma.sql`SELECT "id" FROM "Complaint" WHERE "caseId" = ${caseId}`;
  const corrected = Prisma.sql`SELECT k."id" FROM "Complaint" k WHERE k."caseId" = ${caseId} AND EXISTS
    (SELECT 1 FROM "Correction" o WHERE o."complaintId" = k."id" AND o."undoneAt" IS NULL)`;
  return Prisma.sql`SELECT "id" FROM (${ofCase} ORDER BY "id" DESC LIMIT ${MAX_COMPLAINTS}) newest
    UNION SELECT "id" FROM (${corrected} ORDER BY k."id" DESC LIMIT ${MAX_COMPLAINTS}) corrected`;
}

function complaintsSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT k.*, r."size" AS "rawSize" FROM "Complaint" k JOIN "RawMail" r ON r."sha256" = k."rawSha256"
    WHERE k."id" IN (${shownSql(caseId)})`;
}

function correctionsSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT o.*, b."login" AS "byLogin", u."login" AS "undoneByLogin" FROM "Correction" o
    LEFT JOIN "User" b ON b."id" = o."by" LEFT JOIN "User" u ON u."id" = o."undoneBy"
    WHERE o."complaintId" IN (${shownSql(caseId)})`;
}

function followUpsSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT * FROM "FollowUp" WHERE "caseId" = ${caseId} AND "cameAt" IS NULL AND "undoneAt" IS NULL`;
}

function copiesSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT s."outboxId" AS "id", s."outboxId", s."folder", s."problem" FROM "OutboxMail" m
    JOIN "SentCopy" s ON s."outboxId" = m."id" WHERE m."caseId" = ${caseId}`;
}

function timelineSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT t.*, u."login" FROM "TimelineEntry" t LEFT JOIN "User" u ON u."id" = t."actor"
    WHERE t."caseId" = ${caseId} ORDER BY t."id" DESC LIMIT ${MAX_TIMELINE}`;
}

function readersSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT u."id", u."login" FROM "CaseReader" r JOIN "User" u ON u."id" = r."userId"
    WHERE r."caseId" = ${caseId}`;
}
