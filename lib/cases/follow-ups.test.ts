import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { readCase } from "./case-view-store.ts";
import { pendingFollowUp } from "./follow-up-store.ts";
import { listMitigations } from "./mitigation-store.ts";
import { planFollowUp, undoFollowUp } from "./plan-follow-up.ts";
import { proposeMitigation } from "./propose-mitigation.ts";
import { proposeStatusNote } from "./propose-status-note.ts";
import { listQueue } from "./queue-store.ts";
import { returnFollowUps } from "./return-follow-ups.ts";
import { startByHand } from "./start-mitigation.ts";
import { statusNote } from "./status-note.ts";

const DAY = 24 * 3_600_000;
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

const owner = () => desk.people.owner;
const aCase = async () => (await arrive(desk.db, aTriage())).caseId ?? "";
const state = async (id: string) => (await desk.db.case.findUniqueOrThrow({ where: { id } })).state;
async function due(now: number): Promise<string[]> {
  const list = await listQueue(desk.db, owner(), { tab: "due", size: 50, after: null, now });
  return list.rows.map(({ id }) => id);
}

test("a case leaves the queue and comes back due, once, with a word on its timeline", async () => {
  const caseId = await aCase();
  const asked = { caseId, days: 7, reason: "see whether it stopped", now: NOW };
  expect(await planFollowUp(desk.db, owner(), asked)).toEqual({ ok: true });
  expect(await state(caseId)).toBe("waiting");
  await returnFollowUps(desk.db, NOW + 7 * DAY - 1);
  expect(await state(caseId)).toBe("waiting");
  expect(await returnFollowUps(desk.db, NOW + 7 * DAY)).toBe(1);
  expect(await returnFollowUps(desk.db, NOW + 8 * DAY)).toBe(0);
  expect(await due(NOW + 7 * DAY)).toContain(caseId);
  const view = await readCase(desk.db, owner(), caseId);
  expect(view?.timeline.at(-1)).toMatchObject({
    text: "Due again: see whether it stopped",
    actor: "desk",
  });
});

test("put off twice is put off once; taken back it is as it was", async () => {
  const caseId = await aCase();
  const asked = { caseId, reason: "", now: NOW };
  await planFollowUp(desk.db, owner(), { ...asked, days: 3 });
  await planFollowUp(desk.db, owner(), { ...asked, days: 9 });
  expect(await pendingFollowUp(desk.db, caseId)).toMatchObject({ dueAt: NOW + 9 * DAY });
  expect(await undoFollowUp(desk.db, owner(), { caseId, now: NOW })).toEqual({ ok: true });
  expect(await state(caseId)).toBe("open");
  expect(await returnFollowUps(desk.db, NOW + 10 * DAY)).toBe(0);
  expect(await undoFollowUp(desk.db, owner(), { caseId, now: NOW })).toMatchObject({
    code: "none",
  });
});

test("no open case sleeps past its deadline, and readers put nothing off", async () => {
  const caseId = await aCase();
  const deadlineAt = new Date(NOW + 2 * DAY);
  await desk.db.case.update({ where: { id: caseId }, data: { deadlineAt } });
  const asked = { caseId, days: 3, reason: "", now: NOW };
  expect(await planFollowUp(desk.db, owner(), asked)).toMatchObject({ code: "deadline" });
  expect(await planFollowUp(desk.db, owner(), { ...asked, days: 1 })).toEqual({ ok: true });
  expect(await planFollowUp(desk.db, desk.people["read-only"], asked)).toMatchObject({
    code: "forbidden",
  });
});

test("the note claims only what is known: nothing before an answer or a line, then the counts", async () => {
  const caseId = await aCase();
  const note = async (now: number) => {
    const view = await readCase(desk.db, owner(), caseId);
    return (
      view &&
      (await proposeStatusNote(desk.db, owner(), {
        view: { ...view, line: { ...view.line, ip: "192.0.2.7" } },
        mitigations: await listMitigations(desk.db, owner(), caseId),
        now,
      }))
    );
  };
  expect(await note(NOW)).toBeNull();
  const asked = { caseId, lines: "reject 203.0.113.5:22", relays: [], days: 30, reason: "" };
  const made = await proposeMitigation(desk.db, owner(), { ...asked, now: NOW });
  expect(await note(NOW)).toBeNull();
  if (!made.ok) throw new Error(made.text);
  await startByHand(desk.db, owner(), { id: made.id, now: NOW + 1000 });
  const text = await note(NOW + 7 * DAY);
  expect(text).toContain("no further complaint about 192.0.2.7 has reached us");
  expect(text).toContain("has refused this since 2026-03-01 12:00 UTC: reject 203.0.113.5:22");
});

test.each([
  [0, "en", "no further complaint"],
  [1, "en", "one further complaint about"],
  [4, "de", "4 weitere Beschwerden"],
  [0, "xx", "no further complaint"],
])("%s complaints in %s", (complaints, language, words) => {
  const facts = { since: NOW, until: NOW + DAY, ip: "192.0.2.7", complaints, closed: [] };
  expect(statusNote(facts, language)).toContain(words);
});
