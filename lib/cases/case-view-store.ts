import { gunzipSync } from "node:zlib";
import type { Viewer } from "../accounts/viewer.ts";
import type { FactChange } from "../complaints/fact-change.ts";
import type { Db } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { SenderCheck } from "../mail/sender-check.ts";
import type {
  CaseLine,
  CaseView,
  ComplaintView,
  DraftView,
  OutboxView,
  TimelineKind,
} from "./case.ts";
import { checklistFor } from "./checklist.ts";
import { noteReading } from "./note-reading-store.ts";
import type { Proposal } from "./proposal.ts";
import { queueRow } from "./queue-store.ts";
import type { StoredTriage } from "./stored-triage.ts";
import { formerText, timelineData, timelineText } from "./timeline-text.ts";
import { visibleTo } from "./visible.ts";

/** A case of many repeats shows its newest ones; all of them are kept. */
const MAX_COMPLAINTS = 20;
const MAX_TIMELINE = 300;
/** gzip can expand a thousandfold; nothing larger than this was ever stored. */
const MAX_RAW = 200 * 1024 * 1024;

const SHOWN_WITH = {
  raw: { select: { size: true } },
  corrections: { orderBy: { id: "asc" } },
} satisfies Prisma.ComplaintInclude;
const WHOLE = {
  complaints: {
    orderBy: { id: "desc" },
    take: MAX_COMPLAINTS,
    include: SHOWN_WITH,
  },
  drafts: { orderBy: { audience: "asc" } },
  outbox: {
    orderBy: { id: "desc" },
    include: { sentCopy: { select: { folder: true, problem: true } } },
  },
  timeline: { orderBy: { id: "desc" }, take: MAX_TIMELINE },
  readers: { include: { user: { select: { login: true } } } },
} satisfies Prisma.CaseInclude;
type Whole = Prisma.CaseGetPayload<{ include: typeof WHOLE }>;

/** Everything the case page shows, or null when there is no such case for this viewer. `id` may be the ref. */
export async function readCase(db: Db, viewer: Viewer, id: string): Promise<CaseView | null> {
  const row = await db.case.findFirst({
    where: { AND: [{ OR: [{ id }, { ref: id }] }, visibleTo(viewer)] },
    include: WHOLE,
  });
  if (!row) return null;
  const complaints = await withCorrected(db, row);
  const logins = await loginsOf(db, row, complaints);
  const {
    from: _f,
    forwardedBy: _b,
    ip: _i,
    relay: _r,
    target: _t,
    eventAt: _e,
    summary: _s,
    ticket: _k,
    ...head
  } = queueRow(row);
  return {
    ...head,
    line: row.line as CaseLine,
    complaintList: complaints.map((complaint) => complaintView(complaint, logins)),
    drafts: row.drafts.map((draft) => draftView(draft, row.outbox)),
    outbox: row.outbox.map(outboxView),
    timeline: row.timeline.toReversed().map((entry) => ({
      id: entry.id,
      at: entry.at.getTime(),
      kind: entry.kind as TimelineKind,
      actor: logins.get(entry.actor) ?? entry.actor,
      text: timelineText(entry.kind as TimelineKind, entry.data),
      data: timelineData(entry.data),
      former: formerText(entry.kind as TimelineKind, entry.data),
    })),
    readers: row.sealed ? row.readers.map((reader) => reader.user.login) : [],
    gagged: row.gagged,
    checklist: checklistFor({ ...head, gagged: row.gagged }),
  };
}

/**
 * The bytes of one complaint as they arrived, or the redacted copy in their place (then `sha256` is the copy's), for download
 * only; null when they were purged or the viewer may not see its case.
 */
export async function readRaw(
  db: Db,
  viewer: Viewer,
  complaintId: string,
): Promise<{ sha256: string; bytes: Uint8Array; caseType: string } | null> {
  const row = await db.complaint.findFirst({
    where: { id: complaintId, case: visibleTo(viewer) },
    include: { raw: true, case: { select: { id: true, type: true, sealed: true } } },
  });
  if (!row || (row.raw.goneAt !== null && row.raw.copySha256 === null)) return null;
  await noteReading(db, viewer, row.case, "mail");
  return {
    caseType: row.case.type,
    sha256: row.raw.copySha256 ?? row.rawSha256,
    bytes: gunzipSync(row.raw.gzip, { maxOutputLength: MAX_RAW }),
  };
}

/** The mails with corrections too, however many repeats came since: the case may be about one of them. */
async function withCorrected(db: Db, row: Whole): Promise<Whole["complaints"]> {
  if (row.complaints.length < MAX_COMPLAINTS) return row.complaints;
  const corrected = await db.complaint.findMany({
    where: {
      caseId: row.id,
      corrections: { some: { undoneAt: null } },
      id: { notIn: row.complaints.map(({ id }) => id) },
    },
    orderBy: { id: "desc" },
    take: MAX_COMPLAINTS,
    include: SHOWN_WITH,
  });
  return [...row.complaints, ...corrected];
}

async function loginsOf(
  db: Db,
  row: Whole,
  complaints: Whole["complaints"],
): Promise<Map<string, string>> {
  const corrections = complaints.flatMap((complaint) => complaint.corrections);
  const ids = new Set([
    ...row.timeline.map((entry) => entry.actor),
    ...corrections.flatMap(({ by, undoneBy }) => [by, ...(undoneBy ? [undoneBy] : [])]),
  ]);
  const users = await db.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, login: true },
  });
  return new Map(users.map((user) => [user.id, user.login]));
}

function complaintView(
  row: Whole["complaints"][number],
  logins: Map<string, string>,
): ComplaintView {
  return {
    id: row.id,
    receivedAt: row.receivedAt.getTime(),
    from: row.fromAddress,
    subject: row.subject,
    language: row.language,
    rawSha256: row.rawSha256,
    rawSize: row.raw.size,
    triage: row.triage as unknown as StoredTriage,
    sender: row.sender as SenderCheck | null,
    corrections: row.corrections.map(({ id, change, at, by, undoneBy }) => ({
      id,
      change: change as FactChange,
      at: at.getTime(),
      by: logins.get(by) ?? by,
      undoneBy: undoneBy === null ? null : (logins.get(undoneBy) ?? undoneBy),
    })),
  };
}

function draftView(row: Whole["drafts"][number], outbox: Whole["outbox"]): DraftView {
  const delivery = outbox.find((mail) => mail.draftId === row.id && mail.state !== "cancelled");
  return {
    id: row.id,
    audience: row.audience as DraftView["audience"],
    template: row.template,
    language: row.language,
    to: row.to as string[],
    subject: row.subject,
    text: row.text,
    gaps: row.gaps as string[],
    edited: row.edited,
    version: row.version,
    sentAt: row.sentAt?.getTime() ?? null,
    newer: row.newer ? (row.proposed as Proposal | null) : null,
    delivery: delivery ? outboxView(delivery) : null,
  };
}

function outboxView(row: Whole["outbox"][number]): OutboxView {
  return {
    id: row.id,
    draftId: row.draftId,
    state: row.state as OutboxView["state"],
    to: row.to as string[],
    subject: row.subject,
    text: row.text,
    messageId: row.messageId,
    notBefore: row.notBefore.getTime(),
    answer: row.answer,
    approvedBy: row.approvedBy,
    createdAt: row.createdAt.getTime(),
    settledAt: row.settledAt?.getTime() ?? null,
    copy: row.state === "sent" ? row.sentCopy : null,
  };
}
