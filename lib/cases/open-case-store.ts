import { gunzipSync } from "node:zlib";
import type { Db, Tx } from "../db/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import type { SenderCheck } from "../mail/sender-check.ts";
import type { Instant } from "../time/instant.ts";
import type { Triage } from "../triage/triage.ts";
import { keepFact } from "./case-fact-store.ts";
import { addToTimeline, changeCase, DESK, putDrafts } from "./case-store.ts";
import { keepEvents } from "./claimed-event-store.ts";
import { keepRelays } from "./complaint-relay-store.ts";
import type { CasePlan } from "./decide-case.ts";
import type { Found } from "./find-case.ts";
import { putHold } from "./hold-store.ts";
import type { JoinPlan } from "./join-case.ts";
import { plainJson } from "./plain-json.ts";
import { keepComplaintText } from "./search-text-store.ts";
import { storedTriage } from "./stored-triage.ts";
import type { ThreadKeys } from "./thread-keys.ts";

/** gzip can expand a thousandfold; intake stores nothing larger than this. */
const MAX_RAW = 200 * 1024 * 1024;

export type StoredSighting = {
  rawSha256: string;
  raw: Uint8Array;
  seenAt: Instant;
  archive: boolean;
  /** Via of lib/intake/arrival.ts. */
  via: string;
  /** Its bytes were purged or redacted, and it came again. */
  gone: boolean;
};
export type Mail = {
  rawSha256: string;
  archive: boolean;
  receivedAt: Instant;
  triage: Triage;
  /** What is known of its sender at the door. */
  sender: SenderCheck;
  keys: ThreadKeys;
};

/** The stored bytes of a sighting that waits for its case; null when there is nothing to open. */
export async function loadSighting(db: Db, id: string): Promise<StoredSighting | null> {
  const row = await db.sighting.findFirst({
    where: { id, outcome: "stored", triagedAt: null },
    include: { raw: true },
  });
  if (!row?.raw) return null;
  const gone = row.raw.goneAt !== null;
  return {
    rawSha256: row.raw.sha256,
    raw: gone ? new Uint8Array() : gunzipSync(row.raw.gzip, { maxOutputLength: MAX_RAW }),
    seenAt: row.seenAt.getTime(),
    archive: row.archive,
    via: row.via,
    gone,
  };
}

/** A mail that was purged or redacted was seen again: it is in the ledger, and nothing is opened. */
export async function settleGone(tx: Tx, id: string, rawSha256: string, now: Instant) {
  const claimed = await settleSighting(tx, id, rawSha256, now);
  return claimed === "ours" ? { outcome: "known" as const, caseId: null } : claimed;
}

/**
 * Claims the sighting for this transaction. `ours`: go on; else what to report. The name of an imported file has served: who
 * gave the file a name may have named the police in it.
 */
export async function settleSighting(
  tx: Tx,
  id: string,
  rawSha256: string,
  now: Instant,
): Promise<"ours" | { outcome: "known" | "nothing"; caseId: string | null }> {
  const count = await tx.$executeRaw`
    UPDATE "Sighting" SET "triagedAt" = ${new Date(now)},
      "source" = CASE WHEN "via" = 'import' THEN NULL ELSE "source" END
    WHERE "id" = ${id} AND "triagedAt" IS NULL`;
  if (count === 0) return { outcome: "nothing", caseId: null };
  const known = await tx.complaint.findUnique({ where: { rawSha256 }, select: { caseId: true } });
  return known ? { outcome: "known", caseId: known.caseId } : "ours";
}

/** A new case with its complaint, letters and timeline. Returns its id. */
export async function insertCase(
  tx: Tx,
  mail: Mail,
  plan: CasePlan,
  { ref, claims, now }: { ref: string; claims: string[]; now: Instant },
): Promise<string> {
  const { triage, receivedAt, archive } = mail;
  const { id } = await createCase(tx, { triage, receivedAt, letters: !archive }, plan, {
    ref,
    now,
  });
  await insertComplaint(tx, id, mail);
  const by = { actor: DESK, at: now };
  if (claims.length > 0)
    await addToTimeline(tx, id, { ...by, kind: "note", data: { text: claimText(claims) } });
  if (plan.closeReason !== null)
    await addToTimeline(tx, id, { ...by, kind: "closed", data: { reason: plan.closeReason } });
  await keepFact(tx, id);
  return id;
}

/** A case as its leading mail makes it, with its letters; the mail itself is put in by the caller. */
export async function createCase(
  tx: Tx,
  { triage, receivedAt, letters }: { triage: Triage; receivedAt: Instant; letters: boolean },
  plan: CasePlan & { complaintCount?: number },
  { ref, now }: { ref: string; now: Instant },
): Promise<CaseModel> {
  const { classification, evidence, route, drafts } = triage;
  const { closeReason, deadlineAt, sortAt, ...head } = plan;
  const made = await tx.case.create({
    data: {
      ...head,
      ref,
      type: classification.type,
      confidence: classification.confidence,
      verdict: evidence.verdict,
      route,
      deadlineAt: deadlineAt === null ? null : new Date(deadlineAt),
      sortAt: new Date(sortAt),
      openedAt: new Date(receivedAt),
      lastMailAt: new Date(receivedAt),
      closedAt: closeReason === null ? null : new Date(now),
    },
  });
  if (letters) await putDrafts(tx, made.id, drafts, { now, again: false });
  await addToTimeline(tx, made.id, {
    actor: DESK,
    at: now,
    kind: "opened",
    data: fromAndSubject({ triage }),
  });
  if (plan.sealed) await nameCounsel(tx, made.id, now);
  return made;
}

/** Whoever reads the one sealed case reads what comes out of it. */
export async function copyReaders(tx: Tx, { from, to }: { from: string; to: string }) {
  const readers = await tx.caseReader.findMany({ where: { caseId: from } });
  for (const { userId, addedAt, addedBy } of readers)
    await tx.caseReader.upsert({
      where: { caseId_userId: { caseId: to, userId } },
      create: { caseId: to, userId, addedAt, addedBy },
      update: {},
    });
}

/** A further complaint of a case. */
export async function joinToCase(
  tx: Tx,
  { candidate, as }: Found,
  mail: Mail,
  plan: JoinPlan,
  now: Instant,
): Promise<void> {
  await insertComplaint(tx, candidate.id, mail);
  if (plan.newLetters) await putDrafts(tx, candidate.id, mail.triage.drafts, { now, again: true });
  const data = {
    state: plan.state,
    decision: plan.decision,
    deadlineAt: plan.deadlineAt === null ? null : new Date(plan.deadlineAt),
    sortAt: new Date(plan.sortAt),
    complaintCount: { increment: 1 },
    // Our own copy says nothing new; a letter that came back is not an answer any more.
    ...(as === "echo" ? {} : { lastMailAt: new Date(mail.receivedAt) }),
    ...(as === "bounce" ? { letterState: "returned" } : {}),
    ...(plan.state === "open" ? { closedAt: null } : {}),
  };
  const entry = {
    kind: "complaint" as const,
    actor: DESK,
    at: now,
    data: { ...fromAndSubject(mail), reason: plan.reason },
  };
  if (plan.stops) return await changeCase(tx, candidate.id, data, entry);
  await tx.case.update({ where: { id: candidate.id }, data });
  await addToTimeline(tx, candidate.id, entry);
  await keepFact(tx, candidate.id);
}

async function insertComplaint(tx: Tx, caseId: string, mail: Mail): Promise<void> {
  const { message, language, deadline } = mail.triage.complaint;
  const deadlineAt = deadline?.at ?? null;
  const stored = storedTriage(mail.triage);
  const { own, any } = mail.keys.refKeys;
  const complaint = await tx.complaint.create({
    data: {
      rawSha256: mail.rawSha256,
      caseId,
      receivedAt: new Date(mail.receivedAt),
      messageId: message.messageId,
      fromAddress: message.from?.address ?? "",
      subject: message.subject.slice(0, 1000),
      language,
      ticket: mail.keys.ticket,
      repeatKey: mail.keys.repeatKey,
      threadKeys: { create: [...new Set([...own, ...any])].map((key) => ({ key })) },
      deadlineAt: deadlineAt === null ? null : new Date(deadlineAt),
      triage: plainJson(stored),
      sender: mail.sender,
      senderDueAt: mail.sender.isOpen ? new Date(mail.receivedAt) : null,
    },
    select: { id: true, receivedAt: true },
  });
  await keepEvents(tx, complaint, stored);
  await keepRelays(tx, complaint.id, stored);
  await keepComplaintText(tx, complaint.id);
}

/**
 * Counsel reads what counsel must decide; owners see it anyway, everybody else when an owner names them. And it is held: what an
 * authority asked about must not go because its time was over, but when a person says so.
 */
export async function nameCounsel(tx: Tx, caseId: string, now: Instant): Promise<void> {
  const counsel = await tx.user.findMany({ where: { role: "counsel", disabledAt: null } });
  for (const { id: userId } of counsel)
    await tx.caseReader.upsert({
      where: { caseId_userId: { caseId, userId } },
      create: { caseId, userId, addedAt: new Date(now), addedBy: DESK },
      update: {},
    });
  if (await putHold(tx, caseId, { reason: "sealed", at: now, by: DESK }))
    await addToTimeline(tx, caseId, { kind: "held", actor: DESK, at: now });
}

function fromAndSubject({ triage }: Pick<Mail, "triage">) {
  const { message } = triage.complaint;
  return { from: message.from?.address ?? "?", subject: message.subject.slice(0, 300) };
}

function claimText(claims: string[]): string {
  return `This mail answers a letter of case ${claims.join(", ")}, but its sender has no part in that case; so it is a case of its own.`;
}
