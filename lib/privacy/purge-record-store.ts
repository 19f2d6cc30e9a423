import type { CaseLine } from "../cases/case.ts";
import { keepFact } from "../cases/case-fact-store.ts";
import { addToTimeline, DESK } from "../cases/case-store.ts";
import { CLOSED_ELSEWHERE, KEPT_AS_HISTORY } from "../cases/close-words.ts";
import { plainJson } from "../cases/plain-json.ts";
import type { StoredTriage } from "../cases/stored-triage.ts";
import type { TimelineData } from "../cases/timeline-data.ts";
import type { Tx } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import { withoutRecord } from "./purged-triage.ts";

/**
 * Takes away what is left of a case but for what the reports count: letters, notes, facts about people, the words of its
 * timeline. Who did what when stays; a person's address becomes its domain. Mitigations and blocks are records of their own.
 */
export async function purgeRecord(tx: Tx, caseId: string, now: Instant): Promise<void> {
  const complaints = await tx.complaint.findMany({
    where: { caseId },
    select: { id: true, triage: true },
  });
  for (const { id, triage } of complaints)
    await tx.complaint.update({
      where: { id },
      data: { ...BLANK, triage: plainJson(withoutRecord(triage as unknown as StoredTriage)) },
    });
  const ofMails = { complaint: { caseId } };
  await tx.correction.deleteMany({ where: ofMails });
  await tx.threadKey.deleteMany({ where: ofMails });
  await tx.claimedEvent.updateMany({ where: ofMails, data: { destinationIp: null } });
  await tx.lookalike.deleteMany({ where: { OR: [{ caseId }, { otherId: caseId }] } });
  await tx.followUp.updateMany({ where: { caseId }, data: { reason: "" } });
  await tx.ruleRun.updateMany({ where: { caseId }, data: { to: [] } });
  await purgeLetters(tx, caseId);
  await purgeTimeline(tx, caseId);
  const { line } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { line: true },
  });
  await tx.case.update({
    where: { id: caseId },
    data: { recordPurgedAt: new Date(now), line: plainJson(bareLine(line as CaseLine)) },
  });
  await addToTimeline(tx, caseId, { kind: "record_purged", actor: DESK, at: now });
  await keepFact(tx, caseId);
}

const BLANK = {
  fromAddress: "",
  subject: "",
  messageId: null,
  ticket: null,
  repeatKey: null,
  sender: Prisma.DbNull,
  senderDueAt: null,
};
const BLANK_LETTER = {
  to: [],
  subject: "",
  text: "",
  inReplyTo: null,
  references: [],
  answer: null,
  verdicts: Prisma.DbNull,
};

async function purgeLetters(tx: Tx, caseId: string): Promise<void> {
  const files = await tx.attachedFile.findMany({
    where: { OR: [{ drafts: { some: { draft: { caseId } } } }, ofLetters(caseId)] },
    select: { sha256: true },
  });
  await tx.searchText.deleteMany({ where: { caseId } });
  await tx.sentCopy.deleteMany({ where: { outbox: { caseId } } });
  await tx.letterAttachment.deleteMany({ where: { letter: { caseId } } });
  await tx.draft.deleteMany({ where: { caseId } });
  await tx.outboxMail.updateMany({ where: { caseId }, data: BLANK_LETTER });
  // The same file can go with letters of other cases.
  await tx.attachedFile.deleteMany({
    where: {
      sha256: { in: files.map(({ sha256 }) => sha256) },
      drafts: { none: {} },
      letters: { none: {} },
    },
  });
}

function ofLetters(caseId: string) {
  return { letters: { some: { letter: { caseId } } } };
}

async function purgeTimeline(tx: Tx, caseId: string): Promise<void> {
  const rows = await tx.timelineEntry.findMany({
    where: { caseId },
    select: { id: true, kind: true, data: true },
  });
  for (const { id, kind, data } of rows)
    await tx.timelineEntry.update({
      where: { id },
      data: { data: plainJson(bareEntry(kind, data as TimelineData)) },
    });
}

/** Corrections of type and verdict are our own words, and how a case was closed decides what the reports count. */
function bareEntry(kind: string, data: TimelineData): TimelineData {
  const { audience, field, mails, sha256, rule, login, before, after } = data;
  const ours = kind === "retyped" || kind === "checked" ? { before, after } : {};
  const reason = [KEPT_AS_HISTORY, CLOSED_ELSEWHERE].find((one) => data.reason?.startsWith(one));
  return JSON.parse(
    JSON.stringify({ audience, field, mails, sha256, rule, login, ...ours, reason }),
  );
}

/** What the reports group by stays; a person's address becomes its domain, the target its port. */
function bareLine({ from, target, ...line }: CaseLine): CaseLine {
  const at = from.lastIndexOf("@");
  const port = /:(\d{1,5})$/.exec(target ?? "")?.[1];
  const isPort = port !== undefined && (target?.startsWith("[") || target?.split(":").length === 2);
  return {
    ...line,
    from: at < 0 ? "" : from.slice(at),
    target: isPort ? `:${port}` : null,
    ticket: null,
    summary: "",
  };
}
