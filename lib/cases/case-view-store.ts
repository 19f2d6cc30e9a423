import { gunzipSync } from "node:zlib";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseLine, CaseView, ComplaintView, DraftView, OutboxView } from "./case.ts";
import {
  type CaseParts,
  type ComplaintPart,
  type DraftPart,
  readParts,
} from "./case-parts-store.ts";
import { checklistFor } from "./checklist.ts";
import { noteReading } from "./note-reading-store.ts";
import { queueRow } from "./queue-store.ts";
import { readShown } from "./queue-window-store.ts";
import { formerText, timelineData, timelineText } from "./timeline-text.ts";
import { visibleTo } from "./visible.ts";

/** gzip can expand a thousandfold; nothing larger than this was ever stored. */
const MAX_RAW = 200 * 1024 * 1024;

/** Everything the case page shows, or null when there is no such case for this viewer. `id` may be the ref. */
export async function readCase(db: Db, viewer: Viewer, id: string): Promise<CaseView | null> {
  const row = await readShown(db, viewer, id);
  if (!row) return null;
  const { complaints, drafts, outbox, timeline, readers, followUp } = await readParts(db, row.id);
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
    complaintList: complaints.map(complaintView),
    drafts: drafts.map((draft) => draftView(draft, outbox)),
    outbox: outbox.map(outboxView),
    timeline: timeline.map((entry) => ({
      id: entry.id,
      at: moment(entry.at),
      kind: entry.kind,
      actor: entry.login ?? entry.actor,
      text: timelineText(entry.kind, entry.data),
      data: timelineData(entry.data),
      former: formerText(entry.kind, entry.data),
    })),
    readers: row.sealed ? readers.map(({ login }) => login) : [],
    gagged: row.gagged,
    checklist: checklistFor({ ...head, gagged: row.gagged }),
    followUp: followUp && { ...followUp, dueAt: moment(followUp.dueAt) },
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

function complaintView({ id, receivedAt, sender, ...row }: ComplaintPart): ComplaintView {
  return {
    id,
    receivedAt: moment(receivedAt),
    from: row.fromAddress,
    subject: row.subject,
    language: row.language,
    rawSha256: row.rawSha256,
    rawSize: row.rawSize,
    triage: row.triage,
    sender,
    corrections: row.corrections.map((one) => ({
      id: one.id,
      change: one.change,
      at: moment(one.at),
      by: one.byLogin ?? one.by,
      undoneBy: one.undoneByLogin ?? one.undoneBy,
    })),
  };
}

function draftView(row: DraftPart, outbox: CaseParts["outbox"]): DraftView {
  const delivery = outbox.find((mail) => mail.draftId === row.id && mail.state !== "cancelled");
  return {
    id: row.id,
    audience: row.audience,
    template: row.template,
    language: row.language,
    to: row.to,
    subject: row.subject,
    text: row.text,
    gaps: row.gaps,
    edited: Boolean(row.edited),
    version: row.version,
    sentAt: row.sentAt === null ? null : moment(row.sentAt),
    newer: row.newer ? row.proposed : null,
    delivery: delivery ? outboxView(delivery) : null,
  };
}

function outboxView(row: CaseParts["outbox"][number]): OutboxView {
  return {
    ...row,
    notBefore: moment(row.notBefore),
    createdAt: moment(row.createdAt),
    settledAt: row.settledAt === null ? null : moment(row.settledAt),
    copy: row.state === "sent" ? row.copy : null,
  };
}

function moment(written: string): Instant {
  return Date.parse(written);
}
