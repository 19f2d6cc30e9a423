import type { CaseLine } from "../cases/case.ts";
import { keepFact } from "../cases/case-fact-store.ts";
import { addToTimeline } from "../cases/case-store.ts";
import { plainJson } from "../cases/plain-json.ts";
import type { StoredTriage } from "../cases/stored-triage.ts";
import type { Db, Tx } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import { inkOut, inkOutAll, mentions, type Person } from "./person.ts";
import { putRedactedCopy } from "./redacted-copy-store.ts";

const UNSETTLED = ["queued", "sending", "unknown", "failed"];

/** Inks a person out of one case, in one transaction. Null: something keeps the case by now. */
export async function redactCase(
  db: Db,
  caseId: string,
  person: Person,
  { now, by }: { now: Instant; by: string },
): Promise<{ mails: number } | null> {
  return await db.$transaction(async (tx) => {
    const row = await tx.case.findFirst({
      where: {
        id: caseId,
        state: "done",
        sealed: false,
        holds: { none: { releasedAt: null } },
        outbox: { none: { state: { in: UNSETTLED } } },
      },
      select: { title: true, line: true },
    });
    if (!row) return null;
    const mails = await inkMails(tx, caseId, person, now);
    await inkLetters(tx, caseId, person);
    await inkTimeline(tx, caseId, person);
    await inkSearch(tx, caseId, person);
    const line = inkLine(row.line as CaseLine, person);
    const data = { title: inkOut(row.title, person), line: plainJson(line) };
    await tx.case.update({ where: { id: caseId }, data: { ...data, version: { increment: 1 } } });
    await addToTimeline(tx, caseId, { kind: "redacted", actor: by, at: now, data: { mails } });
    await keepFact(tx, caseId);
    return { mails };
  });
}

/** The domain stays: the reports count by it. */
function inkLine(line: CaseLine, person: Person): CaseLine {
  const isSender = person.kind === "email" && line.from.toLowerCase() === person.value;
  const from = isSender ? line.from.slice(line.from.lastIndexOf("@")) : inkOut(line.from, person);
  return { ...inkOutAll(line, person), from };
}

async function inkMails(tx: Tx, caseId: string, person: Person, now: Instant): Promise<number> {
  const rows = await tx.complaint.findMany({
    where: { caseId },
    include: { corrections: true, threadKeys: true },
  });
  let mails = 0;
  for (const row of rows) {
    const before = row.triage as unknown as StoredTriage;
    const triage = inkOutAll(before, person);
    const inked = {
      fromAddress: inkOut(row.fromAddress, person),
      subject: inkOut(row.subject, person),
      messageId: unnamed(row.messageId, person),
      ticket: unnamed(row.ticket, person),
      repeatKey: unnamed(row.repeatKey, person),
      // Who proved what about the sender is of no use for a sender nobody is to know.
      sender: Prisma.DbNull,
      senderDueAt: null,
    };
    // A mail may name the person where nothing was read from: any mail of a case that names them is replaced.
    if (await putRedactedCopy(tx, row.rawSha256, triage, now)) mails += 1;
    await tx.complaint.update({
      where: { id: row.id },
      data: { ...inked, triage: plainJson(triage) },
    });
    for (const { id, change } of row.corrections)
      await tx.correction.update({
        where: { id },
        data: { change: plainJson(inkOutAll(change as object, person)) },
      });
    const keys = row.threadKeys.map(({ key }) => key).filter((key) => isNamed(key, person));
    await tx.threadKey.deleteMany({ where: { complaintId: row.id, key: { in: keys } } });
    await inkSightings(tx, row.rawSha256, person);
  }
  if (person.kind === "ip") await inkEvents(tx, caseId, person.value);
  return mails;
}

/** The name of the file a mail was imported from can be anything. */
async function inkSightings(tx: Tx, rawSha256: string, person: Person): Promise<void> {
  for (const { id, source, problem } of await tx.sighting.findMany({ where: { rawSha256 } })) {
    const inked = inkOutAll({ source, problem }, person);
    if (inked.source !== source || inked.problem !== problem)
      await tx.sighting.update({ where: { id }, data: inked });
  }
}

async function inkEvents(tx: Tx, caseId: string, ip: string): Promise<void> {
  const complaint = { caseId };
  await tx.claimedEvent.updateMany({
    where: { complaint, sourceIp: ip },
    data: { sourceIp: null },
  });
  await tx.claimedEvent.updateMany({
    where: { complaint, destinationIp: ip },
    data: { destinationIp: null },
  });
}

async function inkLetters(tx: Tx, caseId: string, person: Person): Promise<void> {
  for (const draft of await tx.draft.findMany({ where: { caseId } })) {
    const { to, subject, text, gaps } = draft;
    const inked = inkOutAll({ to, subject, text, gaps }, person) as object;
    const proposed = inkOutAll(draft.proposed, person) ?? Prisma.DbNull;
    await tx.draft.update({ where: { id: draft.id }, data: { ...inked, proposed } });
  }
  for (const letter of await tx.outboxMail.findMany({ where: { caseId } })) {
    const { to, subject, text, references, answer } = letter;
    const inked = inkOutAll({ to, subject, text, references, answer }, person) as object;
    const verdicts = inkVerdicts(letter.verdicts, person) ?? Prisma.DbNull;
    const inReplyTo = unnamed(letter.inReplyTo, person);
    await tx.outboxMail.update({
      where: { id: letter.id },
      data: { ...inked, verdicts, inReplyTo },
    });
  }
  await dropBytes(tx, caseId);
}

/** They are kept by recipient: there the name of a field is an address. */
function inkVerdicts(verdicts: Prisma.JsonValue, person: Person): object | null {
  if (typeof verdicts !== "object" || verdicts === null) return null;
  const inked = Object.entries(verdicts).map(([to, one]) => [inkOut(to, person), one]);
  return inkOutAll(Object.fromEntries(inked), person) as object;
}

/** The letter as it left, and files that went with it, are bytes nobody can ink: they go. */
async function dropBytes(tx: Tx, caseId: string): Promise<void> {
  await tx.sentCopy.deleteMany({ where: { outbox: { caseId } } });
  const ofCase = {
    OR: [
      { drafts: { some: { draft: { caseId } } } },
      { letters: { some: { letter: { caseId } } } },
    ],
  };
  const files = await tx.attachedFile.findMany({ where: ofCase, select: { sha256: true } });
  await tx.draftAttachment.deleteMany({ where: { draft: { caseId } } });
  await tx.letterAttachment.deleteMany({ where: { letter: { caseId } } });
  await tx.attachedFile.deleteMany({
    where: {
      sha256: { in: files.map(({ sha256 }) => sha256) },
      drafts: { none: {} },
      letters: { none: {} },
    },
  });
}

async function inkTimeline(tx: Tx, caseId: string, person: Person): Promise<void> {
  for (const { id, data } of await tx.timelineEntry.findMany({ where: { caseId } })) {
    const inked = plainJson(inkOutAll(data as object, person));
    await tx.timelineEntry.update({ where: { id }, data: { data: inked } });
  }
  for (const { id, reason } of await tx.followUp.findMany({ where: { caseId } }))
    await tx.followUp.update({ where: { id }, data: { reason: inkOut(reason, person) } });
  for (const { id, reason } of await tx.caseHold.findMany({ where: { caseId } }))
    await tx.caseHold.update({ where: { id }, data: { reason: inkOut(reason, person) } });
  const alike = { OR: [{ caseId }, { otherId: caseId }] };
  for (const { id, reason } of await tx.lookalike.findMany({ where: alike }))
    await tx.lookalike.update({ where: { id }, data: { reason: inkOut(reason, person) } });
  for (const { id, to } of await tx.ruleRun.findMany({ where: { caseId } }))
    await tx.ruleRun.update({ where: { id }, data: { to: inkOutAll(to, person) ?? [] } });
}

async function inkSearch(tx: Tx, caseId: string, person: Person): Promise<void> {
  for (const row of await tx.searchText.findMany({ where: { caseId } })) {
    const { text, sender, refs, marks } = row;
    const inked = inkOutAll({ text, sender, refs, marks }, person);
    await tx.searchText.update({ where: { id: row.id }, data: inked });
  }
}

function isNamed(text: string, person: Person): boolean {
  return mentions(text, person).length > 0;
}

/** What mails are found by serves no more once it is inked. */
function unnamed(key: string | null, person: Person): string | null {
  return key !== null && isNamed(key, person) ? null : key;
}
