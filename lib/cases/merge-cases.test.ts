import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTemplates } from "../drafting/files.ts";
import { aDesk, aForm, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { aRealMail, type RealMail } from "../testing/a-real-mail.ts";
import type { CaseDeps } from "./case-deps.ts";
import { readCase } from "./case-view-store.ts";
import { editDraft } from "./edit-draft.ts";
import { mergeCases } from "./merge-cases.ts";
import { ownMessageId } from "./own-message-id.ts";
import { listQueue } from "./queue-store.ts";
import { countTabs } from "./queue-window-store.ts";
import { reopenCase } from "./reopen-case.ts";
import { sendReply } from "./send-reply.ts";
import { splitMail } from "./split-mail.ts";
import { undoMove } from "./undo-move.ts";
import { undoSend } from "./undo-send.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let deps: CaseDeps;

beforeAll(async () => {
  desk = await aDesk();
  const { templates } = await readTemplates(path.join(process.cwd(), "templates"));
  deps = { templates, threadKey: THREAD_KEY, random, now: NOW };
});
afterAll(async () => await desk.close());

const mail = async (given: RealMail = {}) => await aRealMail(desk.db, deps, given);

async function view(caseId: string, who: keyof typeof desk.people = "owner") {
  const found = await readCase(desk.db, desk.people[who], caseId);
  if (!found) throw new Error("no case");
  return found;
}

async function merge(from: string, into: string, complaintId?: string) {
  const { version } = await view(from);
  const input = { caseId: from, caseVersion: version, into, complaintId };
  return await mergeCases(desk.db, desk.people.operator, input, deps);
}

async function lastMove(caseId: string) {
  return await desk.db.caseMove.findFirstOrThrow({
    where: { OR: [{ fromCaseId: caseId }, { toCaseId: caseId }] },
    orderBy: { id: "desc" },
  });
}

async function takeBack(caseId: string) {
  const { id } = await lastMove(caseId);
  const { version } = await view(caseId);
  const input = { caseId, caseVersion: version, moveId: id };
  return await undoMove(desk.db, desk.people.operator, input, deps);
}

const rowOf = async (id: string) => await desk.db.case.findUniqueOrThrow({ where: { id } });

test("merged: mails, count and the earlier deadline go over; letters and timeline of the left case stay with it", async () => {
  const a = await mail({ text: "Please answer by 2026-03-03 12:00 UTC." });
  const b = await mail();
  const before = await view(a.caseId);
  const [draft] = before.drafts;
  if (!draft) throw new Error("no letter");
  const own = { caseId: a.caseId, draftId: draft.id, draftVersion: draft.version, now: NOW };
  await editDraft(desk.db, desk.people.operator, {
    ...own,
    to: draft.to,
    subject: draft.subject,
    text: "Mine.",
  });
  expect(before.deadlineAt).not.toBeNull();
  expect((await view(b.caseId)).deadlineAt).toBeNull();
  expect(await merge(a.caseId, (await rowOf(b.caseId)).ref)).toEqual({
    ok: true,
    caseId: b.caseId,
  });
  expect(await rowOf(a.caseId)).toMatchObject({
    state: "done",
    complaintCount: 0,
    mergedIntoId: b.caseId,
    deadlineAt: null,
  });
  const joined = await view(b.caseId);
  expect(joined).toMatchObject({ complaints: 2, state: "open", deadlineAt: before.deadlineAt });
  expect(joined.timeline.at(-1)?.text ?? "").toMatch(/came from case|Checked/);
  const done = { tab: "done", size: 50, after: null, now: NOW } as const;
  const { rows } = await listQueue(desk.db, desk.people.owner, done);
  expect(rows.map(({ id }) => id)).not.toContain(a.caseId);
  expect((await countTabs(desk.db, desk.people.owner, NOW)).done.count).toBe(rows.length);
  const left = await view(a.caseId);
  expect(left.drafts[0]?.text).toBe("Mine.");
  expect(left.timeline.length).toBeGreaterThan(before.timeline.length);
});

test("taken back, both stand as they stood; mails that came meanwhile stay where they came", async () => {
  const a = await mail({ text: "Please answer by 2026-03-03 12:00 UTC." });
  const b = await mail({ target: "203.0.113.251" });
  const before = await view(a.caseId);
  const other = await view(b.caseId);
  await merge(a.caseId, b.caseId);
  const repeat = await mail({ target: "203.0.113.251" });
  expect(repeat.caseId).toBe(b.caseId);
  expect(await takeBack(b.caseId)).toEqual({ ok: true, caseId: a.caseId });
  const back = await view(a.caseId);
  expect(back).toMatchObject({
    state: before.state,
    decision: before.decision,
    deadlineAt: before.deadlineAt,
    complaints: 1,
    title: before.title,
  });
  expect(back.drafts.map(({ text }) => text)).toEqual(before.drafts.map(({ text }) => text));
  const kept = await view(b.caseId);
  expect(kept).toMatchObject({ complaints: 2, deadlineAt: other.deadlineAt, title: other.title });
  expect(await rowOf(a.caseId)).toMatchObject({ mergedIntoId: null });
  expect(await takeBack(b.caseId)).toMatchObject({ code: "undone-already" });
});

test("an answer to a letter of a merged case reaches the case where its mails are", async () => {
  const a = await mail();
  const b = await mail();
  const c = await mail();
  const { ref } = await rowOf(a.caseId);
  await merge(a.caseId, b.caseId);
  await merge(b.caseId, c.caseId);
  const inReplyTo = ownMessageId(ref, random(8), "operator.example", THREAD_KEY);
  const answer = await mail({ headers: [`In-Reply-To: ${inReplyTo}`], subject: "Re: yours" });
  expect(answer).toMatchObject({ outcome: "joined", caseId: c.caseId });
});

test("a merge into a case that is merged itself is taken back in its order", async () => {
  const [a, b, c] = [await mail(), await mail(), await mail()];
  await merge(a.caseId, b.caseId);
  await merge(b.caseId, c.caseId);
  expect(await merge(c.caseId, a.caseId)).toMatchObject({ code: "merged-away" });
  const first = await desk.db.caseMove.findFirstOrThrow({ where: { fromCaseId: a.caseId } });
  const early = { caseId: a.caseId, caseVersion: (await view(a.caseId)).version, moveId: first.id };
  expect(await undoMove(desk.db, desk.people.operator, early, deps)).toMatchObject({
    code: "moved-on",
  });
  expect(await takeBack(c.caseId)).toMatchObject({ ok: true });
  expect(await rowOf(b.caseId)).toMatchObject({ complaintCount: 2, mergedIntoId: null });
  const again = { ...early, caseVersion: (await view(a.caseId)).version };
  expect(await undoMove(desk.db, desk.people.operator, again, deps)).toMatchObject({ ok: true });
  expect(await rowOf(a.caseId)).toMatchObject({ complaintCount: 1, state: "open" });
});

test("a closed case wakes up when an open one joins it", async () => {
  const [a, b] = [await mail(), await mail()];
  await desk.db.case.update({
    where: { id: b.caseId },
    data: { state: "done", closedAt: new Date(NOW) },
  });
  await merge(a.caseId, b.caseId);
  expect(await rowOf(b.caseId)).toMatchObject({ state: "open", closedAt: null });
  await takeBack(b.caseId);
  expect(await rowOf(b.caseId)).toMatchObject({ state: "done", closedAt: new Date(NOW) });
});

test("one mail is moved, or split out into a case with letters of its own, and both are taken back", async () => {
  const target = "203.0.113.252";
  const a = await mail({ target });
  const repeat = await mail({ target });
  expect(repeat.caseId).toBe(a.caseId);
  const [newest] = (await view(a.caseId)).complaintList;
  const { version } = await view(a.caseId);
  const input = { caseId: a.caseId, caseVersion: version, complaintId: newest?.id ?? "" };
  const split = await splitMail(desk.db, desk.people.operator, input, deps);
  if (!split.ok) throw new Error(split.text);
  const made = await view(split.caseId);
  expect(made).toMatchObject({ complaints: 1, state: "open", type: "bruteforce" });
  expect(made.drafts.length).toBeGreaterThan(0);
  expect(await view(a.caseId)).toMatchObject({ complaints: 1 });
  expect(await takeBack(split.caseId)).toMatchObject({ ok: true, caseId: a.caseId });
  expect(await rowOf(split.caseId)).toMatchObject({
    complaintCount: 0,
    mergedIntoId: a.caseId,
    state: "done",
  });
  expect(await view(a.caseId)).toMatchObject({ complaints: 2 });
  const b = await mail();
  await merge(a.caseId, b.caseId, newest?.id);
  expect((await lastMove(b.caseId)).kind).toBe("link");
  expect(await view(b.caseId)).toMatchObject({ complaints: 2 });
  expect(await takeBack(a.caseId)).toMatchObject({ ok: true });
  expect(await view(b.caseId)).toMatchObject({ complaints: 1 });
});

test("the only mail of a case is not split", async () => {
  const a = await mail();
  const { version, complaintList } = await view(a.caseId);
  const input = { caseId: a.caseId, caseVersion: version, complaintId: complaintList[0]?.id ?? "" };
  expect(await splitMail(desk.db, desk.people.operator, input, deps)).toMatchObject({
    code: "only-mail",
  });
});

test("a letter on its way holds both cases where they are", async () => {
  const [a, b] = [await mail(), await mail()];
  const form = await aForm(desk.db, desk.people.operator, a.caseId);
  const text = form.text.replace(/\[\[.+?\]\]/g, "Marga");
  const sent = await sendReply(
    desk.db,
    desk.people.operator,
    { ...form, text, to: ["nora@shop.example"] },
    { threadKey: THREAD_KEY, random },
  );
  if (!sent.ok) throw new Error(sent.text);
  expect(await merge(a.caseId, b.caseId)).toMatchObject({ code: "on-its-way" });
  expect(await merge(b.caseId, a.caseId)).toMatchObject({ code: "on-its-way" });
  expect(await rowOf(a.caseId)).toMatchObject({ complaintCount: 1 });
  const undo = { caseId: a.caseId, outboxId: sent.outboxId, now: NOW };
  await undoSend(desk.db, desk.people.operator, undo);
  expect(await merge(a.caseId, b.caseId)).toMatchObject({ ok: true });
});

const seal = async (id: string) =>
  await desk.db.case.update({ where: { id }, data: { sealed: true } });

test("what is sealed never comes where others read, and is not even named there", async () => {
  const [a, b, c] = [await mail(), await mail(), await mail()];
  await seal(a.caseId);
  await seal(c.caseId);
  const { owner, operator } = desk.people;
  const input = { caseId: a.caseId, caseVersion: (await view(a.caseId)).version, into: b.caseId };
  expect(await mergeCases(desk.db, owner, input, deps)).toMatchObject({ code: "sealed" });
  expect(await mergeCases(desk.db, operator, input, deps)).toMatchObject({ code: "not-found" });
  expect(await merge(b.caseId, a.caseId)).toMatchObject({ code: "not-found" });
  const sealedRef = (await rowOf(a.caseId)).ref;
  const open = { caseId: b.caseId, caseVersion: (await view(b.caseId)).version, into: sealedRef };
  expect(await mergeCases(desk.db, owner, open, deps)).toMatchObject({ ok: true });
  expect(await readCase(desk.db, operator, b.caseId)).toBeNull();
  const two = { caseId: c.caseId, caseVersion: (await view(c.caseId)).version, into: a.caseId };
  expect(await mergeCases(desk.db, owner, two, deps)).toMatchObject({ ok: true });
});

test("out of a sealed case comes a sealed case", async () => {
  const target = "203.0.113.253";
  const a = await mail({ target });
  await mail({ target });
  await seal(a.caseId);
  await desk.db.caseReader.create({
    data: {
      caseId: a.caseId,
      userId: desk.people.counsel.userId,
      addedAt: new Date(NOW),
      addedBy: "desk",
    },
  });
  const { version, complaintList } = await view(a.caseId, "counsel");
  const input = { caseId: a.caseId, caseVersion: version, complaintId: complaintList[0]?.id ?? "" };
  const split = await splitMail(desk.db, desk.people.counsel, input, deps);
  if (!split.ok) throw new Error(split.text);
  expect(await readCase(desk.db, desk.people.operator, split.caseId)).toBeNull();
  expect(await view(split.caseId, "counsel")).toMatchObject({ sealed: true });
});

test("refused without effect: roles, old pages, oneself, nobody, a merged case opened again", async () => {
  const [a, b] = [await mail(), await mail()];
  const input = { caseId: a.caseId, caseVersion: (await view(a.caseId)).version, into: b.caseId };
  const { db, people } = desk;
  expect(await mergeCases(db, people["read-only"], input, deps)).toMatchObject({
    code: "forbidden",
  });
  expect(await mergeCases(db, people.operator, { ...input, caseVersion: 0 }, deps)).toMatchObject({
    code: "case-changed",
  });
  expect(await mergeCases(db, people.operator, { ...input, into: a.caseId }, deps)).toMatchObject({
    code: "same-case",
  });
  expect(await mergeCases(db, people.operator, { ...input, into: "NOSUCHCA" }, deps)).toMatchObject(
    { code: "not-found" },
  );
  expect(await rowOf(a.caseId)).toMatchObject({ complaintCount: 1 });
  await merge(a.caseId, b.caseId);
  expect(await reopenCase(db, people.operator, { caseId: a.caseId, now: NOW })).toMatchObject({
    code: "merged-away",
  });
});
