import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { aDesk, aDraft, aForm, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { addNote } from "./add-note.ts";
import { readCase } from "./case-view-store.ts";
import { closeCase } from "./close-case.ts";
import { editDraft } from "./edit-draft.ts";
import { fillGap } from "./fill-gap.ts";
import { reopenCase } from "./reopen-case.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let operator: Viewer;

beforeAll(async () => {
  desk = await aDesk();
  operator = desk.people.operator;
});
afterAll(async () => await desk.close());

/** Each test its own case: no accused address, so that nothing counts as a repeat. */
async function aCase(text = "Ticket [[ticket]], again [[ticket]], date [[date]].") {
  const draft = aDraft({ subject: "Re: [[ticket]]", text, gaps: ["ticket", "date"] });
  const triage = aTriage({ complaint: { accused: [] }, drafts: [draft] });
  const { caseId } = await arrive(desk.db, triage);
  return await aForm(desk.db, operator, caseId ?? "");
}

async function view(caseId: string) {
  const found = await readCase(desk.db, operator, caseId);
  if (!found?.drafts[0]) throw new Error("no case or letter");
  return { ...found, draft: found.drafts[0] };
}

test("filling a gap fills it everywhere; with the last one the case is ready", async () => {
  const form = await aCase();
  expect(await view(form.caseId)).toMatchObject({ decision: "needs_fact" });
  const first = await fillGap(desk.db, operator, { ...form, gap: "ticket", value: " $& T1 " });
  expect(first).toMatchObject({ ok: true, draftVersion: 2 });
  const second = await view(form.caseId);
  expect(second.draft).toMatchObject({
    subject: "Re: $& T1",
    text: "Ticket $& T1, again $& T1, date [[date]].",
    gaps: ["date"],
  });
  expect(second.decision).toBe("needs_fact");
  await fillGap(desk.db, operator, { ...form, draftVersion: 2, gap: "date", value: "today" });
  expect(await view(form.caseId)).toMatchObject({ decision: "ready", draft: { gaps: [] } });
});

test("an empty fact, an old version, a reader: refused, and nothing changes", async () => {
  const form = await aCase();
  const before = JSON.stringify(await view(form.caseId));
  const gap = { ...form, gap: "ticket", value: "T1" };
  expect(await fillGap(desk.db, operator, { ...gap, value: "  " })).toMatchObject({
    code: "empty-gap",
  });
  expect(await fillGap(desk.db, operator, { ...gap, draftVersion: 0 })).toMatchObject({
    code: "draft-changed",
  });
  const reader = desk.people["read-only"];
  expect(await fillGap(desk.db, reader, gap)).toMatchObject({ code: "forbidden" });
  expect(await editDraft(desk.db, reader, form)).toMatchObject({ code: "forbidden" });
  expect(await editDraft(desk.db, operator, { ...form, draftVersion: 0 })).toMatchObject({
    code: "draft-changed",
  });
  expect(await editDraft(desk.db, operator, { ...form, text: "x".repeat(100_001) })).toMatchObject({
    code: "long-letter",
  });
  expect(JSON.stringify(await view(form.caseId))).toBe(before);
});

test("of two people who save the same letter at once one is stopped", async () => {
  const form = await aCase();
  const answers = await Promise.all([
    editDraft(desk.db, operator, { ...form, text: "Hers." }),
    editDraft(desk.db, desk.people.owner, { ...form, text: "His." }),
  ]);
  expect(answers.map((answer) => answer.ok).toSorted()).toEqual([false, true]);
  const { draft } = await view(form.caseId);
  expect(draft).toMatchObject({ version: 2, edited: true });
  expect(["Hers.", "His."]).toContain(draft.text);
});

test("saving what is there already changes nothing", async () => {
  const form = await aCase();
  expect(await editDraft(desk.db, operator, form)).toEqual({ ok: true, draftVersion: 1 });
  expect(await view(form.caseId)).toMatchObject({ version: 1, draft: { edited: false } });
});

test("a subject has no line breaks whatever was typed", async () => {
  const form = await aCase();
  await editDraft(desk.db, operator, {
    ...form,
    subject: "Re: x\r\nBcc: evil@evil.example\u2028y",
  });
  expect((await view(form.caseId)).draft.subject).toBe("Re: x Bcc: evil@evil.example y");
});

test("a gap typed into a finished letter makes it unfinished", async () => {
  const form = await aCase("No gap.");
  await editDraft(desk.db, operator, { ...form, subject: "Re: x" });
  expect(await view(form.caseId)).toMatchObject({ decision: "ready" });
  const next = await aForm(desk.db, operator, form.caseId);
  await editDraft(desk.db, operator, { ...next, text: "Now [[what]] lacks." });
  expect(await view(form.caseId)).toMatchObject({
    decision: "needs_fact",
    draft: { gaps: ["what"] },
  });
});

test("notes are kept, do not stop a colleague's send, and are not for readers to write", async () => {
  const form = await aCase();
  const note = { caseId: form.caseId, text: "  Called them.  ", now: NOW };
  expect(await addNote(desk.db, operator, note)).toEqual({ ok: true });
  const found = await view(form.caseId);
  expect(found.version).toBe(1);
  expect(found.timeline.at(-1)).toMatchObject({ text: "Called them.", actor: "operator" });
  expect(await addNote(desk.db, operator, { ...note, text: " " })).toMatchObject({
    code: "empty-note",
  });
  expect(await addNote(desk.db, desk.people["read-only"], note)).toMatchObject({
    code: "forbidden",
  });
});

test("a case is closed with a reason, by whom saw its last change, and opened again", async () => {
  const form = await aCase();
  const close = { caseId: form.caseId, caseVersion: 1, now: NOW };
  const reader = desk.people["read-only"];
  const other = { ...close, reason: "other" as const };
  expect(await closeCase(desk.db, reader, { ...other, text: "x" })).toMatchObject({
    code: "forbidden",
  });
  expect(await closeCase(desk.db, operator, { ...other, text: " " })).toMatchObject({
    code: "no-reason",
  });
  expect(await closeCase(desk.db, operator, { ...other, caseVersion: 7, text: "x" })).toMatchObject(
    { code: "case-changed" },
  );
  const duplicate = { ...close, reason: "duplicate" as const, text: "see K7M2" };
  expect(await closeCase(desk.db, operator, duplicate)).toEqual({ ok: true });
  const closed = await view(form.caseId);
  expect(closed).toMatchObject({ state: "done", closedAt: NOW, version: 2 });
  expect(closed.timeline.at(-1)?.text).toBe("Closed: answered in another case: see K7M2");
  expect(await closeCase(desk.db, operator, duplicate)).toMatchObject({ code: "closed-already" });
  const again = { caseId: form.caseId, now: NOW };
  expect(await reopenCase(desk.db, reader, again)).toMatchObject({ code: "forbidden" });
  expect(await reopenCase(desk.db, operator, { ...again, caseVersion: 1 })).toMatchObject({
    code: "case-changed",
  });
  expect(await reopenCase(desk.db, operator, again)).toEqual({ ok: true });
  expect(await view(form.caseId)).toMatchObject({ state: "open", closedAt: null });
  expect(await reopenCase(desk.db, operator, again)).toMatchObject({ code: "open-already" });
});
