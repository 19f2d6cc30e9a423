import type { AuditAct } from "../accounts/audit-entry.ts";
import { addAudit } from "../accounts/audit-store.ts";
import { notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import type { Draft } from "../drafting/draft.ts";
import type { Instant } from "../time/instant.ts";
import type { TimelineKind } from "./case.ts";
import { keepFact } from "./case-fact-store.ts";
import { type Proposal, proposalOf, sameProposal } from "./proposal.ts";
import { keepNoteText, refileTexts } from "./search-text-store.ts";
import type { TimelineData } from "./timeline-data.ts";
import { visibleTo } from "./visible.ts";

export type TimelineItem = { kind: TimelineKind; actor: string; at: Instant; data?: TimelineData };
/** Of whom a timeline entry says that nobody of the people did it. */
export const DESK = "desk";

/** What of a case's history is audited too: who let words of it out, and who changed who may read or purge it. */
const AUDITED: Partial<Record<TimelineKind, AuditAct>> = {
  approved: { kind: "approved", what: "letter" },
  sent: { kind: "approved", what: "answered elsewhere" },
  pack: { kind: "export", what: "evidence pack" },
  counsel_export: { kind: "export", what: "for counsel" },
  sealed: { kind: "seal", what: "sealed" },
  unsealed: { kind: "seal", what: "seal lifted" },
  gagged: { kind: "seal", what: "gag order noted" },
  gag_over: { kind: "seal", what: "gag order over" },
  reader_added: { kind: "readers", what: "reader named" },
  held: { kind: "hold", what: "held" },
  hold_released: { kind: "hold", what: "released" },
  mail_purged: { kind: "privacy", what: "mails purged" },
  record_purged: { kind: "privacy", what: "record purged" },
  redacted: { kind: "privacy", what: "a person redacted" },
};
/** What is audited also when the desk does it by itself: letters a rule lets go, and what it deletes for good. */
const ALWAYS: readonly TimelineKind[] = ["approved", "mail_purged", "record_purged", "redacted"];

/**
 * Does `work` on one case this viewer may see, in one transaction: all of it is kept or none. A refusal from `work`
 * keeps nothing.
 */
export async function onCase<T extends { ok: boolean }>(
  db: Db,
  viewer: Viewer,
  caseId: string,
  work: (tx: Tx, found: CaseModel & { readerIds: string[] }) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  try {
    return await db.$transaction(async (tx) => {
      const row = await tx.case.findFirst({
        where: { AND: [{ id: caseId }, visibleTo(viewer)] },
        include: { readers: { select: { userId: true } } },
      });
      if (!row) return notFound("case");
      const readerIds = row.readers.map((reader) => reader.userId);
      const answer = await work(tx, { ...row, readerIds });
      if (!answer.ok) throw new Refused(answer as unknown as Refusal);
      return answer;
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Thrown inside a transaction only, to roll it back. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.text);
    this.refusal = refusal;
  }
}

/** Changes a case and says so on its timeline. The version rises, so that a send written against the old one stops. */
export async function changeCase(
  tx: Tx,
  caseId: string,
  data: Prisma.CaseUncheckedUpdateInput,
  ...items: TimelineItem[]
): Promise<void> {
  await tx.case.update({ where: { id: caseId }, data: { ...data, version: { increment: 1 } } });
  await addToTimeline(tx, caseId, ...items);
  if ("type" in data || "verdict" in data || "sealed" in data) await refileTexts(tx, caseId);
  await keepFact(tx, caseId);
}

export async function addToTimeline(tx: Tx, caseId: string, ...items: TimelineItem[]) {
  for (const { kind, actor, at, data } of items) {
    const audited = AUDITED[kind];
    if (audited && (actor !== DESK || ALWAYS.includes(kind)))
      await addAudit(tx, actor, { ...audited, caseId });
    const entry = await tx.timelineEntry.create({
      data: { caseId, kind, actor, at: new Date(at), data: data ?? {} },
      select: { id: true, at: true },
    });
    if (kind === "note") await keepNoteText(tx, { ...entry, caseId, text: data?.text ?? "" });
  }
}

/**
 * Puts the desk's proposals in place; keeps those a person has edited and nobody has sent, and says when the desk would
 * write something else by now. `again`: a further mail wants a further letter, so a letter that was sent makes room for
 * the next one; else sent letters stay.
 */
export async function putDrafts(
  tx: Tx,
  caseId: string,
  drafts: readonly Draft[],
  { now, again }: { now: Instant; again: boolean },
): Promise<void> {
  for (const draft of drafts) {
    const { audience } = draft;
    const proposed = proposalOf(draft);
    const present = await tx.draft.findUnique({
      where: { caseId_audience: { caseId, audience } },
    });
    const stands = present !== null && (present.sentAt === null ? present.edited : !again);
    if (stands) {
      const newer = present.newer || !sameProposal(present.proposed, proposed);
      const data = { proposed, newer: newer && present.sentAt === null };
      await tx.draft.update({ where: { id: present.id }, data });
    } else {
      // What went with the letter that was sent belongs to that one.
      if (present?.sentAt) await tx.draftAttachment.deleteMany({ where: { draftId: present.id } });
      await putFresh(tx, { caseId, audience }, proposed, now);
    }
  }
}

async function putFresh(
  tx: Tx,
  key: { caseId: string; audience: string },
  proposed: Proposal,
  now: Instant,
): Promise<void> {
  const state = { edited: false, newer: false, sentAt: null, updatedAt: new Date(now) };
  const fresh = { ...proposed, proposed, ...state };
  await tx.draft.upsert({
    where: { caseId_audience: key },
    create: { ...key, ...fresh },
    update: { ...fresh, version: { increment: 1 } },
  });
}

export async function isOpenCase(db: Db, id: string): Promise<boolean> {
  return (await db.case.count({ where: { id, state: "open" } })) > 0;
}

/** Removes proposals for audiences that are no longer meant; never one that was edited, sent, or given a file. */
export async function dropDrafts(tx: Tx, caseId: string, keep: readonly string[]): Promise<void> {
  await tx.draft.deleteMany({
    where: {
      caseId,
      audience: { notIn: [...keep] },
      edited: false,
      sentAt: null,
      attachments: { none: {} },
    },
  });
}
