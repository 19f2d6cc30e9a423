import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { anEvent } from "../testing/a-complaint.ts";
import { aDesk, aDraft, arrive, aTriage, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { answerAlike, type Reviewed } from "./answer-alike.ts";
import { MAX_BULK } from "./bulk.ts";
import { readBulk, readBulkCases, stillHere } from "./bulk-store.ts";
import { closeMany, putOffMany } from "./change-many.ts";
import { listAlike } from "./list-alike.ts";
import { listQueue } from "./queue-store.ts";
import { reviewBulk } from "./review-bulk.ts";
import { undoBulk } from "./undo-bulk.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let operator: Viewer;
const deps = { threadKey: THREAD_KEY, random };

beforeAll(async () => {
  desk = await aDesk();
  operator = desk.people.operator;
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  for (const table of ["CaseFact", "CaseReader", "FollowUp", "OutboxMail", "Draft", "Complaint"])
    await desk.db.$executeRawUnsafe(`DELETE FROM "${table}"`);
  await desk.db.caseHold.deleteMany();
  await desk.db.timelineEntry.deleteMany();
  await desk.db.bulk.deleteMany();
  await desk.db.case.deleteMany();
});

type Given = NonNullable<Parameters<typeof aTriage>[0]>;
let serial = 0;

/** Cases that one read letter may stand for, but for what is given. */
async function cases(count: number, given: Given = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    serial += 1;
    const text = `Your report ${serial} is about 203.0.113.${serial % 250}.\n\nIt is a Tor exit.`;
    const drafts = given.drafts ?? [aDraft({ text, subject: `Re: [T${serial}]` })];
    const message = { messageId: `<${serial}@reporter.example>`, subject: `[T${serial}]` };
    const events = [anEvent({ destinationIp: `203.0.${serial >> 8}.${serial & 255}` })];
    const complaint = { events, ...given.complaint };
    const classification = { confidence: 0.99, ...given.classification };
    const { caseId } = await arrive(
      desk.db,
      aTriage({ message, ...given, complaint, classification, drafts }),
    );
    ids.push(caseId ?? "");
  }
  return ids;
}
async function reviewed(ids: string[]): Promise<Reviewed[]> {
  return (await readBulkCases(desk.db, operator, ids)).map(({ row, letters }) => ({
    caseId: row.id,
    caseVersion: row.version,
    letters: letters.map(({ id, version }) => ({ draftId: id, draftVersion: version })),
  }));
}
const chosen = async (ids: string[]) =>
  (await reviewed(ids)).map(({ caseId, caseVersion }) => ({ caseId, caseVersion }));
const alikeTo = async (id: string | undefined) =>
  (await listAlike(desk.db, operator, id ?? "")).rows.map((row) => row.id);
const bulkOf = async (answer: Awaited<ReturnType<typeof answerAlike>>) => {
  if (!answer.ok) throw new Error(answer.text);
  const bulk = await readBulk(desk.db, operator, answer.bulkId);
  if (!bulk) throw new Error("no bulk");
  return bulk;
};
const change = (id: string) =>
  desk.db.case.update({ where: { id }, data: { version: { increment: 1 } } });

test("forty alike are found from any of them, and one letter shows what differs", async () => {
  const ids = await cases(40);
  expect((await alikeTo(ids[7])).toSorted()).toEqual(ids.toSorted());
  const review = reviewBulk(await readBulkCases(desk.db, operator, ids));
  expect(review.leftOut).toEqual([]);
  expect(review.cases).toHaveLength(40);
  expect(review.sample[0]?.pieces.filter(({ differs }) => differs)).toHaveLength(2);
  expect(new Set(review.cases.map(({ facts }) => facts.join(" "))).size).toBe(40);
});

const WEB = { drafts: [aDraft({ text: "Something else is said." })] };
test.each<[string, Given]>([
  ["another type", { classification: { type: "portscan" } }],
  ["another verdict", { evidence: { verdict: "port-rejected" } }],
  ["another sender", { complaint: { reporter: { name: "", address: "nora@other.example" } } }],
  ["another provider", { complaint: { forwardedBy: "Bighost" } }],
  ["another route", { route: "isp" }],
  ["another wording", WEB],
  ["another template", { drafts: [aDraft({ template: "any/exit" })] }],
  ["another language", { drafts: [aDraft({ language: "de" })] }],
  ["a guess", { classification: { confidence: 0.6 } }],
  ["a gap", { drafts: [aDraft({ text: "At [[time]]", gaps: ["time"] })] }],
  ["nobody to write to", { drafts: [aDraft({ to: [] })] }],
  ["a provider's form", { route: "portal" }],
  ["no answer wanted", { route: "none", drafts: [] }],
  ["threats", { classification: { type: "threats" } }],
  ["child abuse material", { classification: { type: "csam" } }],
  ["the police", { classification: { type: "law_enforcement" }, route: "counsel" }],
  ["the police inside a provider's mail", { classification: { innerType: "law_enforcement" } }],
])("%s is not alike", async (_, given) => {
  const [sample, second] = await cases(2);
  await cases(1, given);
  expect(await alikeTo(sample)).toEqual([sample, second]);
});

test.each<[string, Given]>([
  ["threats", { classification: { type: "threats" } }],
  ["child abuse material", { classification: { type: "csam" } }],
  ["the police", { classification: { type: "law_enforcement" }, route: "counsel" }],
  ["a sealed case of another type", { classification: { innerType: "law_enforcement" } }],
])("%s is never part of a bulk of any kind, whoever asks", async (_, given) => {
  const owner = desk.people.owner;
  const [id] = await cases(1, given);
  const [row] = await desk.db.case.findMany({ include: { drafts: true } });
  const item = { caseId: id ?? "", caseVersion: row?.version ?? 0 };
  const letters = (row?.drafts ?? []).map((draft) => ({
    draftId: draft.id,
    draftVersion: draft.version,
  }));
  const many = { items: [item], now: NOW };
  for (const answer of [
    await answerAlike(desk.db, owner, { items: [{ ...item, letters }], number: 1, now: NOW }, deps),
    await closeMany(desk.db, owner, { ...many, reason: "junk", text: "" }),
    await putOffMany(desk.db, owner, { ...many, days: 3, reason: "" }),
  ]) {
    if (!answer.ok) throw new Error(answer.text);
    const bulk = await readBulk(desk.db, owner, answer.bulkId);
    expect(bulk?.items[0]?.left?.text).toMatch(/looked at by itself/);
  }
  expect(await desk.db.outboxMail.count()).toBe(0);
  expect(await desk.db.case.findMany({ select: { state: true, version: true } })).toEqual([
    { state: "open", version: item.caseVersion },
  ]);
});

test("what a person changed, or that has a file, is answered by itself", async () => {
  const [sample, edited, filed] = await cases(3);
  await desk.db.draft.updateMany({ where: { caseId: edited ?? "" }, data: { edited: true } });
  const draft = await desk.db.draft.findFirstOrThrow({ where: { caseId: filed ?? "" } });
  await desk.db.attachedFile.create({ data: { sha256: "0", bytes: new Uint8Array(1), size: 1 } });
  await desk.db.draftAttachment.create({
    data: {
      draftId: draft.id,
      sha256: "0",
      name: "a",
      mediaType: "text/plain",
      about: "",
      addedAt: new Date(NOW),
      addedBy: "x",
    },
  });
  expect(await alikeTo(sample)).toEqual([sample]);
});

test("all are sent, each as it was read, and all can be taken back while they wait", async () => {
  const ids = await cases(5);
  const items = await reviewed(ids);
  const bulk = await bulkOf(
    await answerAlike(desk.db, operator, { items, number: 5, now: NOW }, deps),
  );
  expect(bulk.items.every(({ left, outboxIds }) => left === null && outboxIds.length === 1)).toBe(
    true,
  );
  expect(await stillHere(desk.db, bulk.items, NOW)).toMatchObject({ letters: 5 });
  expect(await stillHere(desk.db, bulk.items, NOW + 31_000)).toBeNull();
  const mails = await desk.db.outboxMail.findMany();
  const drafts = await desk.db.draft.findMany();
  expect(mails.map(({ text }) => text).toSorted()).toEqual(
    drafts.map(({ text }) => text).toSorted(),
  );
  expect(await undoBulk(desk.db, operator, { bulkId: bulk.id, now: NOW + 1000 })).toEqual({
    ok: true,
  });
  expect(await desk.db.outboxMail.count({ where: { state: "cancelled" } })).toBe(5);
  const { rows } = await listQueue(desk.db, operator, {
    tab: "ready",
    size: 9,
    after: null,
    now: NOW,
  });
  expect(rows.map((row) => row.letterState)).toEqual(Array(5).fill("none"));
  expect(await undoBulk(desk.db, operator, { bulkId: bulk.id, now: NOW })).toMatchObject({
    code: "undone-already",
  });
});

test("a case that changed is left out and named, the others go", async () => {
  const ids = await cases(4);
  const items = await reviewed(ids);
  await change(ids[0] ?? "");
  await desk.db.draft.updateMany({ where: { caseId: ids[2] ?? "" }, data: { version: 9 } });
  const bulk = await bulkOf(
    await answerAlike(desk.db, operator, { items, number: 4, now: NOW }, deps),
  );
  expect(bulk.items.map(({ left }) => left !== null)).toEqual([true, false, true, false]);
  expect(bulk.items[0]).toMatchObject({
    caseId: ids[0],
    left: { text: expect.stringMatching(/changed/) },
  });
  expect(await desk.db.outboxMail.count()).toBe(2);
});

test("pressed twice, each letter goes once", async () => {
  const items = await reviewed(await cases(3));
  const twice = await Promise.all(
    [1, 2].map(() => answerAlike(desk.db, operator, { items, number: 3, now: NOW }, deps)),
  );
  expect(twice.every(({ ok }) => ok)).toBe(true);
  expect(await desk.db.outboxMail.count()).toBe(3);
});

test("with two letters in a case both go, and both are taken back", async () => {
  const two = [aDraft({ audience: "isp", to: ["abuse@host.example"] }), aDraft()];
  const ids = await cases(2, { drafts: two, route: "isp+complainant" });
  const items = await reviewed(ids);
  const bulk = await bulkOf(
    await answerAlike(desk.db, operator, { items, number: 2, now: NOW }, deps),
  );
  expect(bulk.items.map(({ outboxIds, left }) => [outboxIds.length, left])).toEqual([
    [2, null],
    [2, null],
  ]);
  await undoBulk(desk.db, operator, { bulkId: bulk.id, now: NOW });
  expect(await desk.db.outboxMail.count({ where: { state: "queued" } })).toBe(0);
});

test("the cap of an address holds: what is over it is left out with the reason", async () => {
  const [first] = await cases(1);
  const letter = await desk.db.draft.findFirstOrThrow({ where: { caseId: first ?? "" } });
  await desk.db.outboxMail.createMany({
    data: Array.from({ length: 98 }, (_, n) => ({
      caseId: first ?? "",
      draftId: letter.id,
      sendKey: `earlier ${n}`,
      mailboxId: desk.mailbox.id,
      messageId: `<earlier${n}@operator.example>`,
      fromJson: {},
      to: letter.to as string[],
      subject: "",
      text: "",
      references: [],
      state: "sent",
      notBefore: new Date(NOW),
      approvedBy: "x",
      createdAt: new Date(NOW - 1000),
    })),
  });
  const items = await reviewed(await cases(4));
  const bulk = await bulkOf(
    await answerAlike(desk.db, operator, { items, number: 4, now: NOW }, deps),
  );
  expect(bulk.items.map(({ left }) => left?.text)).toEqual([
    undefined,
    undefined,
    expect.stringMatching(/went to abuse@reporter.example/),
    expect.stringMatching(/went to abuse@reporter.example/),
  ]);
});

test.each([
  ["a wrong number", 2, 3, "wrong-number"],
  ["nothing chosen", 0, 0, "none-chosen"],
])("%s sends nothing", async (_, count, number, code) => {
  const items = await reviewed(await cases(count));
  const answer = await answerAlike(desk.db, operator, { items, number, now: NOW }, deps);
  expect(answer).toMatchObject({ ok: false, code });
  expect(await desk.db.outboxMail.count()).toBe(0);
});

test("more than a person can look over is refused, and so are those who may not send", async () => {
  const [item] = await reviewed(await cases(1));
  const items = Array.from({ length: MAX_BULK + 1 }, () => item).flatMap((one) => one ?? []);
  const many = { items, number: items.length, now: NOW };
  expect(await answerAlike(desk.db, operator, many, deps)).toMatchObject({ code: "too-many" });
  const reader = desk.people["read-only"];
  const one = { items: items.slice(0, 1), number: 1, now: NOW };
  expect(await answerAlike(desk.db, reader, one, deps)).toMatchObject({ code: "forbidden" });
  const counsel = await answerAlike(desk.db, desk.people.counsel, one, deps);
  const bulk = await readBulk(desk.db, desk.people.counsel, counsel.ok ? counsel.bulkId : "");
  expect(bulk?.items[0]?.left?.text).toMatch(/role does not allow/);
  expect(await readBulk(desk.db, operator, bulk?.id ?? "")).toBeNull();
});

test("many are closed and opened again as they were, but for one that changed since", async () => {
  const ids = await cases(3);
  const items = await chosen(ids);
  const close = { items, reason: "duplicate" as const, text: "", now: NOW };
  const bulk = await bulkOf(await closeMany(desk.db, operator, close));
  expect(await desk.db.case.count({ where: { state: "done" } })).toBe(3);
  await change(ids[1] ?? "");
  await undoBulk(desk.db, operator, { bulkId: bulk.id, now: NOW });
  const after = await readBulk(desk.db, operator, bulk.id);
  expect(after?.items.map(({ undone }) => undone === true)).toEqual([true, false, true]);
  expect(await desk.db.case.count({ where: { state: "open" } })).toBe(2);
  const wordless = { ...close, reason: "other" as const };
  expect(await closeMany(desk.db, operator, wordless)).toMatchObject({ code: "no-reason" });
});

test("many are put off; one whose deadline comes before is left out; all come back", async () => {
  const ids = await cases(2);
  const deadline = { at: NOW + 86_400_000, hours: 24, text: "24 hours", span: null };
  const [due] = await cases(1, { complaint: { deadline } });
  const items = await chosen([...ids, due ?? ""]);
  const bulk = await bulkOf(
    await putOffMany(desk.db, operator, { items, days: 3, reason: "see", now: NOW }),
  );
  expect(bulk.items.map(({ left }) => left !== null)).toEqual([false, false, true]);
  expect(await desk.db.case.count({ where: { state: "waiting" } })).toBe(2);
  await undoBulk(desk.db, operator, { bulkId: bulk.id, now: NOW });
  expect(await desk.db.case.count({ where: { state: "open" } })).toBe(3);
});
