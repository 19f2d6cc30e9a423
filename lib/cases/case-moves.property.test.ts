import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Refusal } from "../accounts/refusal.ts";
import { aDesk, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { aRealMail } from "../testing/a-real-mail.ts";
import type { CaseDeps } from "./case-deps.ts";
import { mergeCases } from "./merge-cases.ts";
import { splitMail } from "./split-mail.ts";
import { undoMove } from "./undo-move.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
const deps: CaseDeps = { templates: [], threadKey: THREAD_KEY, random, now: NOW };

beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

type Step = { act: "merge" | "link" | "split" | "undo"; one: number; other: number; mail: number };
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom("merge", "link", "split", "undo"),
  one: fc.nat(9),
  other: fc.nat(9),
  mail: fc.nat(9),
});

const OUTCOMES = new Set([
  "same-case",
  "merged-away",
  "not-found",
  "only-mail",
  "moved-on",
  "undone-already",
]);

test("whatever is joined, moved, split and taken back: each mail is in one case, and each case says what it holds", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const known = await startAnew();
      const before = await snapshot();
      for (const one of steps) {
        await take(one);
        await checkAll(known);
      }
      await undoEverything();
      await checkAll(known);
      const after = await snapshot();
      for (const [id, mails] of before) expect(after.get(id)).toEqual(mails);
    }),
    { numRuns: 12 },
  );
});

/** Four cases: one of two repeats, one with a deadline. Returns all mails. */
async function startAnew(): Promise<string[]> {
  const { db } = desk;
  await db.caseMove.deleteMany();
  await db.lookalike.deleteMany();
  await db.caseHold.deleteMany();
  await db.timelineEntry.deleteMany();
  await db.draft.deleteMany();
  await db.complaint.deleteMany();
  await db.case.deleteMany();
  await aRealMail(db, deps, { target: "203.0.113.9" });
  await aRealMail(db, deps, { target: "203.0.113.9" });
  await aRealMail(db, deps, { text: "Please answer by 2026-03-03 12:00 UTC." });
  await aRealMail(db, deps);
  await aRealMail(db, deps);
  const mails = await db.complaint.findMany({ select: { id: true } });
  expect(mails).toHaveLength(5);
  return mails.map(({ id }) => id).sort();
}

const cases = async () =>
  await desk.db.case.findMany({ orderBy: { id: "asc" }, include: { complaints: true } });

async function snapshot(): Promise<Map<string, object>> {
  const all = await cases();
  return new Map(
    all.map(({ id, state, deadlineAt, complaints }) => [
      id,
      { state, deadlineAt, mails: complaints.map((mail) => mail.id).sort() },
    ]),
  );
}

async function take({ act, one, other, mail }: Step): Promise<void> {
  const all = await cases();
  const from = all[one % all.length];
  const to = all[other % all.length];
  if (!from || !to) return;
  const input = { caseId: from.id, caseVersion: from.version };
  const complaintId = from.complaints[mail % Math.max(1, from.complaints.length)]?.id ?? "none";
  const { operator } = desk.people;
  const into = to.id;
  const acts: Record<Step["act"], () => Promise<{ ok: true } | Refusal>> = {
    merge: async () => await mergeCases(desk.db, operator, { ...input, into }, deps),
    link: async () => await mergeCases(desk.db, operator, { ...input, into, complaintId }, deps),
    split: async () => await splitMail(desk.db, operator, { ...input, complaintId }, deps),
    undo: async () => await undoOne(mail),
  };
  const answer = await acts[act]();
  if (!answer.ok) expect(OUTCOMES).toContain(answer.code);
}

async function undoOne(which: number): Promise<{ ok: true } | Refusal> {
  const moves = await desk.db.caseMove.findMany({ orderBy: { id: "asc" } });
  const move = moves[which % Math.max(1, moves.length)];
  if (!move) return { ok: true };
  const { version } = await desk.db.case.findUniqueOrThrow({ where: { id: move.toCaseId } });
  const input = { caseId: move.toCaseId, caseVersion: version, moveId: move.id };
  return await undoMove(desk.db, desk.people.operator, input, deps);
}

/** Newest first, as a person would: each can then be taken back. */
async function undoEverything(): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const open = await desk.db.caseMove.findMany({
      where: { undoneAt: null },
      orderBy: { id: "desc" },
    });
    if (open.length === 0) return;
    let done = 0;
    for (const { id, toCaseId } of open) {
      const { version } = await desk.db.case.findUniqueOrThrow({ where: { id: toCaseId } });
      const input = { caseId: toCaseId, caseVersion: version, moveId: id };
      if ((await undoMove(desk.db, desk.people.operator, input, deps)).ok) done += 1;
    }
    if (done === 0) return;
  }
}

async function checkAll(known: string[]): Promise<void> {
  const all = await cases();
  expect(all.flatMap(({ complaints }) => complaints.map(({ id }) => id)).sort()).toEqual(known);
  for (const { complaints, complaintCount, mergedIntoId, state, deadlineAt } of all) {
    expect(complaintCount).toBe(complaints.length);
    expect(mergedIntoId === null).toBe(complaints.length > 0);
    if (complaints.length === 0) expect(state).toBe("done");
    const deadlines = complaints.flatMap((mail) => mail.deadlineAt?.getTime() ?? []);
    expect(deadlineAt?.getTime()).toBe(deadlines.length > 0 ? Math.min(...deadlines) : undefined);
  }
  for (const { id, mergedIntoId } of all) expect(endOf(id, mergedIntoId, all)).toBe(true);
}

/** Following the merges leads to a case that has mails. */
function endOf(
  id: string,
  mergedIntoId: string | null,
  all: { id: string; mergedIntoId: string | null }[],
): boolean {
  const seen = new Set([id]);
  let next = mergedIntoId;
  while (next !== null) {
    if (seen.has(next)) return false;
    seen.add(next);
    next = all.find((one) => one.id === next)?.mergedIntoId ?? null;
  }
  return true;
}
