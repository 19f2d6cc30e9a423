import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addNote } from "../cases/add-note.ts";
import { readCase, readRaw } from "../cases/case-view-store.ts";
import { closeCase } from "../cases/close-case.ts";
import { holdCase, releaseHold } from "../cases/hold-case.ts";
import { openCase } from "../cases/open-case.ts";
import { reopenCase } from "../cases/reopen-case.ts";
import { sendReply } from "../cases/send-reply.ts";
import { aMessage } from "../testing/a-complaint.ts";
import { aDesk, aForm, arrive, aTriage, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { previewPurge } from "./preview-purge.ts";
import { purgeDue } from "./purge-due.ts";
import { DEFAULT_RETENTION } from "./retention.ts";
import { saveRetention } from "./save-retention.ts";

const DAY = 86_400_000;
/** Stands in everything a stranger wrote, and nowhere else. */
const CANARY = "zanzibarzebra";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeEach(async () => {
  desk = await aDesk();
});
afterEach(async () => await desk.close());

let writers = 0;
/** Each time of somebody else, so that it is a case of its own. */
const said = (extra: object = {}) => {
  writers += 1;
  const from = { name: `Nora ${CANARY}`, address: `${CANARY}${writers}@shop.example` };
  return aTriage({
    message: aMessage({ from, subject: `About ${CANARY}`, body: `Dear ${CANARY}` }),
    complaint: { reporter: from },
    ...extra,
  });
};
let mails = 0;
async function aCase(triage = said()): Promise<{ caseId: string; rawSha256: string }> {
  mails += 1;
  const { caseId, rawSha256 } = await arrive(desk.db, triage, { raw: `${CANARY} ${mails}` });
  return { caseId: caseId ?? "", rawSha256 };
}
async function close(caseId: string, now = NOW): Promise<void> {
  const version = (await desk.db.case.findUniqueOrThrow({ where: { id: caseId } })).version;
  const input = {
    caseId,
    caseVersion: version,
    reason: "other",
    text: `for ${CANARY}`,
    now,
  } as const;
  expect(await closeCase(desk.db, desk.people.owner, input)).toEqual({ ok: true });
}
const decide = () =>
  saveRetention(desk.db, desk.people.owner, { retention: DEFAULT_RETENTION, now: NOW });
async function purgeAll(now: number): Promise<{ mails: number; records: number }> {
  const sum = { mails: 0, records: 0 };
  for (let isMore = true; isMore; ) {
    const done = await purgeDue(desk.db, { now });
    sum.mails += done.mails;
    sum.records += done.records;
    isMore = done.isMore;
  }
  return sum;
}
async function fileHolds(word: string): Promise<boolean> {
  if (desk.db.$dialect === "postgresql") return await indexHolds(word);
  await desk.db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
  const file = desk.url.replace(/^file:/, "");
  return readFileSync(file).includes(word) || readFileSync(`${file}-wal`).includes(word);
}

/** A server's files are its own; what a statement can find of a word is not there. */
async function indexHolds(word: string): Promise<boolean> {
  const rows = await desk.db.$queryRaw<unknown[]>`
    SELECT 1 FROM "OpenSearch" WHERE "words" @@ ${word.toLowerCase()}::tsquery`;
  return rows.length > 0;
}

test("nothing is purged before an owner decided, and only an owner may", async () => {
  const { caseId } = await aCase();
  await close(caseId);
  expect(await purgeAll(NOW + 3_000 * DAY)).toEqual({ mails: 0, records: 0 });
  const refused = await saveRetention(desk.db, desk.people.operator, {
    retention: DEFAULT_RETENTION,
    now: NOW,
  });
  expect(refused).toMatchObject({ code: "forbidden" });
});

test("the mail goes first, then the record; the tombstone, the ledger and the reports stay", async () => {
  await decide();
  const { caseId, rawSha256 } = await aCase();
  await addNote(desk.db, desk.people.owner, { caseId, text: `${CANARY} telephoned`, now: NOW });
  await close(caseId);
  const fact = await desk.db.caseFact.findUniqueOrThrow({ where: { caseId } });
  const ledger = await desk.db.sighting.findMany();
  expect(await fileHolds(CANARY)).toBe(true);

  expect(await purgeAll(NOW + 89 * DAY)).toEqual({ mails: 0, records: 0 });
  expect(await purgeAll(NOW + 91 * DAY)).toEqual({ mails: 1, records: 0 });
  const raw = await desk.db.rawMail.findUniqueOrThrow({ where: { sha256: rawSha256 } });
  expect([raw.gzip.length, raw.size, raw.goneAt?.getTime()]).toEqual([
    0,
    `${CANARY} ${mails}`.length,
    NOW + 91 * DAY,
  ]);
  const view = await readCase(desk.db, desk.people.owner, caseId);
  expect(view?.complaintList[0]?.triage.complaint.events).toHaveLength(1);
  expect(view?.complaintList[0]?.triage.complaint.message.body).toBe("");
  expect(await readRaw(desk.db, desk.people.owner, view?.complaintList[0]?.id ?? "")).toBeNull();
  expect(view?.timeline.at(-1)?.kind).toBe("mail_purged");

  expect(await purgeAll(NOW + 366 * DAY)).toEqual({ mails: 0, records: 1 });
  expect(await purgeAll(NOW + 367 * DAY)).toEqual({ mails: 0, records: 0 });
  expect(await desk.db.sighting.findMany()).toEqual(ledger);
  expect(await desk.db.caseFact.findUniqueOrThrow({ where: { caseId } })).toEqual({
    ...fact,
    sender: "@shop.example",
  });
  const bare = await readCase(desk.db, desk.people.owner, caseId);
  expect(bare?.timeline.at(-1)?.kind).toBe("record_purged");
  expect(JSON.stringify(bare)).not.toContain(CANARY);
  expect(await fileHolds(CANARY)).toBe(false);
});

test("a purged mail that is seen again opens nothing", async () => {
  await decide();
  const { caseId, rawSha256 } = await aCase();
  await close(caseId);
  await purgeAll(NOW + 91 * DAY);
  const again = await desk.db.sighting.create({
    data: { via: "imap", outcome: "stored", rawSha256, seenAt: new Date(NOW) },
  });
  const deps = { templates: [], threadKey: THREAD_KEY, random, now: NOW };
  expect(await openCase(desk.db, again.id, deps)).toEqual({ outcome: "known", caseId });
  expect(await desk.db.case.count()).toBe(1);
});

test("open cases, held ones, letters that did not certainly leave and sealed cases are left", async () => {
  await decide();
  const { db, people } = desk;
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) ids.push((await aCase()).caseId);
  const [open = "", held = "", unsent = "", released = ""] = ids;
  const sealed = (await aCase(said({ classification: { type: "law_enforcement" } }))).caseId;
  expect(new Set([...ids, sealed]).size).toBe(5);
  const form = await aForm(db, people.operator, unsent);
  const sent = await sendReply(db, people.operator, form, { threadKey: THREAD_KEY, random });
  if (!sent.ok) throw new Error(sent.text);
  await db.outboxMail.updateMany({ data: { state: "unknown" } });
  for (const caseId of [held, released])
    await holdCase(db, people.operator, { caseId, reason: "a lawyer asked", now: NOW });
  await releaseHold(db, people.owner, { caseId: released, now: NOW });
  await db.case.updateMany({
    where: { id: { not: open } },
    data: { state: "done", closedAt: new Date(NOW) },
  });

  const later = NOW + 5_000 * DAY;
  const preview = await previewPurge(db, DEFAULT_RETENTION, later);
  expect(preview.classes.unanswered).toEqual({ mail: 1, record: 1 });
  // The sealed one holds itself.
  expect(preview.held).toBe(2);
  expect(await purgeAll(later)).toEqual({ mails: 1, records: 1 });
  const purged = await db.case.findMany({ where: { mailPurgedAt: { not: null } } });
  expect(purged.map(({ id }) => id)).toEqual([released]);
});

test("what was joined to a held case is held with it", async () => {
  await decide();
  const { db, people } = desk;
  const [one, other] = [(await aCase()).caseId, (await aCase()).caseId];
  await db.case.update({ where: { id: one }, data: { mergedIntoId: other } });
  await db.case.updateMany({ data: { state: "done", closedAt: new Date(NOW) } });
  await holdCase(db, people.owner, { caseId: other, reason: "a lawyer asked", now: NOW });
  expect(await purgeAll(NOW + 5_000 * DAY)).toEqual({ mails: 0, records: 0 });
});

test("a case that was opened again has its time from when it was closed again", async () => {
  await decide();
  const { caseId } = await aCase();
  await close(caseId);
  await purgeAll(NOW + 91 * DAY);
  const later = NOW + 300 * DAY;
  const reopened = await reopenCase(desk.db, desk.people.owner, {
    caseId,
    caseVersion: (await desk.db.case.findUniqueOrThrow({ where: { id: caseId } })).version,
    now: later,
  });
  expect(reopened).toEqual({ ok: true });
  expect(await purgeAll(NOW + 4_000 * DAY)).toEqual({ mails: 0, records: 0 });
  await close(caseId, later);
  expect(await purgeAll(later + 364 * DAY)).toEqual({ mails: 0, records: 0 });
  expect(await purgeAll(later + 366 * DAY)).toEqual({ mails: 0, records: 1 });
});

test("a mail in quarantine that never became a case goes too, its line in the ledger stays", async () => {
  await decide();
  const { db } = desk;
  const sha256 = "ab".repeat(32);
  await db.rawMail.create({
    data: { sha256, gzip: new Uint8Array([1]), size: 1, storedAt: new Date(NOW) },
  });
  await db.sighting.create({
    data: {
      via: "import",
      outcome: "quarantined",
      problem: "odd",
      rawSha256: sha256,
      seenAt: new Date(NOW),
    },
  });
  expect(await purgeAll(NOW + 366 * DAY)).toEqual({ mails: 1, records: 0 });
  expect(await db.sighting.count({ where: { outcome: "quarantined" } })).toBe(1);
  expect((await db.rawMail.findUniqueOrThrow({ where: { sha256 } })).gzip.length).toBe(0);
});

test.each([
  [{ mail: 90, record: 30 }, "bad-order"],
  [{ mail: null, record: 30 }, "bad-order"],
  [{ mail: 0, record: 30 }, "bad-period"],
  [{ mail: 7.5, record: 30 }, "bad-period"],
  [{ mail: 30, record: 99_999 }, "bad-period"],
])("periods such as %o are refused", async (unanswered, code) => {
  const classes = { ...DEFAULT_RETENTION.classes, unanswered };
  const retention = { ...DEFAULT_RETENTION, classes };
  expect(await saveRetention(desk.db, desk.people.owner, { retention, now: NOW })).toMatchObject({
    code,
  });
});
