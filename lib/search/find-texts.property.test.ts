import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { addNote } from "../cases/add-note.ts";
import { changeCase } from "../cases/case-store.ts";
import { indexOldTexts } from "../cases/index-old-texts-store.ts";
import { mergeCases } from "../cases/merge-cases.ts";
import { splitMail } from "../cases/split-mail.ts";
import { undoMove } from "../cases/undo-move.ts";
import { aDesk, arrive, aTriage, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { findTexts } from "./find-texts-store.ts";
import { parseQuery } from "./parse-query.ts";

const WORDS = ["alpha", "beta", "gamma", "delta"];
const TYPES = ["bruteforce", "irc", "csam"] as const;
const deps = { templates: [], threadKey: THREAD_KEY, random, now: NOW };
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

const step = fc.record({
  act: fc.constantFrom(
    "mail",
    "merge",
    "link",
    "split",
    "undo",
    "note",
    "type",
    "seal",
    "purge",
    "anew",
  ),
  one: fc.nat(9),
  other: fc.nat(9),
  words: fc.subarray(WORDS, { minLength: 1 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test("whatever happens to cases, search finds for each person what a look at every text finds", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
      await startAnew();
      for (const one of steps) await take(one);
      for (const viewer of Object.values(desk.people))
        for (const typed of [
          ...WORDS,
          "alpha beta",
          "-alpha",
          "type:irc",
          "type:csam beta",
          "state:done",
        ])
          expect(await found(viewer, typed), `${viewer.role}: ${typed}`).toEqual(
            await naive(viewer, typed),
          );
    }),
    { numRuns: 15 },
  );
  // FTS5's own check of an index against what it was made of; it fails with an error.
  if (desk.db.$dialect === "sqlite")
    await desk.db
      .$executeRaw`INSERT INTO "OpenSearch"("OpenSearch", rank) VALUES ('integrity-check', 1)`;
});

test("a desk older than its search is put in whole", async () => {
  await startAnew();
  for (const words of [["alpha"], ["beta"]]) await take({ act: "mail", one: 0, other: 0, words });
  await take({ act: "note", one: 0, other: 0, words: ["alpha"] });
  const before = await found(desk.people.owner, "alpha");
  expect(before).toHaveLength(2);
  await desk.db.searchText.deleteMany();
  expect(await found(desk.people.owner, "alpha")).toEqual([]);
  await indexOldTexts(desk.db, () => false);
  expect(await found(desk.people.owner, "alpha")).toEqual(before);
});

async function startAnew(): Promise<void> {
  const { db } = desk;
  await db.setting.deleteMany({ where: { key: "search-texts" } });
  await db.caseMove.deleteMany();
  await db.lookalike.deleteMany();
  await db.caseHold.deleteMany();
  await db.timelineEntry.deleteMany();
  await db.draft.deleteMany();
  await db.complaint.deleteMany();
  await db.caseFact.deleteMany();
  await db.case.deleteMany();
  expect(await db.searchText.count()).toBe(0);
}

async function take({ act, one, other, words }: Step): Promise<void> {
  const { db, people } = desk;
  const all = await db.case.findMany({ orderBy: { id: "asc" }, include: { complaints: true } });
  const from = all[one % Math.max(all.length, 1)];
  if (act === "mail" || !from) {
    const body = words.join(" ");
    await arrive(db, aTriage({ message: { subject: `About ${one}`, body } }), {
      at: NOW + one * 500,
    });
    return;
  }
  const into = all[other % all.length]?.id ?? "";
  const input = { caseId: from.id, caseVersion: from.version };
  const complaintId = from.complaints[other % Math.max(from.complaints.length, 1)]?.id ?? "none";
  const change = (data: object) => db.$transaction((tx) => changeCase(tx, from.id, data));
  switch (act) {
    case "merge":
      return void (await mergeCases(db, people.owner, { ...input, into }, deps));
    case "link":
      return void (await mergeCases(db, people.owner, { ...input, into, complaintId }, deps));
    case "split":
      return void (await splitMail(db, people.owner, { ...input, complaintId }, deps));
    case "undo": {
      const move = await db.caseMove.findFirst({ where: { toCaseId: from.id } });
      return void (move && (await undoMove(db, people.owner, { ...input, moveId: move.id }, deps)));
    }
    case "note":
      return void (await addNote(db, people.owner, {
        caseId: from.id,
        text: words.join(" "),
        now: NOW,
      }));
    case "type":
      return await change({ type: TYPES[other % TYPES.length] ?? "irc" });
    case "seal": {
      const userId = people.operator.userId;
      const key = { caseId: from.id, userId };
      const reader = { ...key, addedAt: new Date(NOW), addedBy: "desk" };
      await change({ sealed: other % 3 > 0 });
      if (other % 2 === 0)
        await db.caseReader.upsert({ where: { caseId_userId: key }, create: reader, update: {} });
      return;
    }
    case "purge":
      return void (await db.complaint.deleteMany({ where: { id: complaintId } }));
    case "anew":
      return void (await change({ state: other % 2 === 0 ? "done" : "open" }));
  }
}

async function found(viewer: Viewer, typed: string): Promise<string[]> {
  const page = await findTexts(desk.db, viewer, parseQuery(typed), { size: 100, after: null });
  if (page.count !== null) expect(page.count).toBe(page.texts.length);
  return page.texts
    .map(
      ({ caseId, kind, snippet }) =>
        `${caseId} ${kind} ${snippet.map(({ text }) => text).join("")}`,
    )
    .sort();
}

/** Reads every text of every case the viewer may see. */
async function naive(viewer: Viewer, typed: string): Promise<string[]> {
  const cases = await desk.db.case.findMany({
    include: { complaints: true, readers: true, timeline: { where: { kind: "note" } } },
  });
  const seen = cases.filter(
    ({ sealed, readers }) =>
      viewer.role === "owner" ||
      readers.some(({ userId }) => userId === viewer.userId) ||
      (!sealed && viewer.role !== "delegate"),
  );
  return seen
    .flatMap((row) => {
      const mails = row.complaints.map(({ triage }) => {
        const { message } = (
          triage as unknown as { complaint: { message: { subject: string; body: string } } }
        ).complaint;
        return { kind: "mail", text: `${message.subject} ${message.body}`.trim() };
      });
      const notes = row.timeline.map(({ data }) => ({
        kind: "note",
        text: (data as { text: string }).text,
      }));
      return [...mails, ...notes].flatMap(({ kind, text }) =>
        fits(row, text, typed) ? [`${row.id} ${kind} ${text}`] : [],
      );
    })
    .sort();
}

function fits(row: { type: string; state: string }, text: string, typed: string): boolean {
  return typed.split(" ").every((term) => {
    if (term.startsWith("type:")) return row.type === term.slice(5);
    if (term.startsWith("state:")) return row.state === term.slice(6);
    const is = text.split(" ").includes(term.replace("-", ""));
    return term.startsWith("-") ? !is : is;
  });
}
