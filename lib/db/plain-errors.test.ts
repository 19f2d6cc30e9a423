import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchDb } from "../testing/scratch-db.ts";

const WORD = "kestrelheron";
let desk: Awaited<ReturnType<typeof scratchDb>>;
beforeAll(async () => {
  desk = await scratchDb();
});
afterAll(async () => await desk.close());

const broken = { subject: WORD, text: WORD } as never;
const letter = { caseId: WORD, audience: WORD, template: "", language: "", subject: WORD };
const whole = { ...letter, text: WORD, to: [], gaps: [], updatedAt: new Date() };

test.each([
  ["a row that lacks columns", () => desk.db.draft.create({ data: broken })],
  [
    "the same in a transaction",
    () => desk.db.$transaction((tx) => tx.draft.create({ data: broken })),
  ],
  ["many such rows", () => desk.db.draft.createMany({ data: [broken] })],
  [
    "a change to a column there is not",
    () => desk.db.draft.updateMany({ data: { nope: WORD } as never }),
  ],
  ["a date that is none", () => desk.db.case.updateMany({ data: { closedAt: WORD } })],
  ["a row of no case", () => desk.db.draft.create({ data: whole })],
  [
    "a row that is not there",
    () => desk.db.case.update({ where: { ref: WORD }, data: { title: WORD } }),
  ],
  ["a statement by hand", () => desk.db.$queryRaw`SELECT ${WORD} FROM "Nowhere"`],
])("an error about %s says nothing of what was to be written", async (_, work) => {
  const error = await work().then(
    () => null,
    (thrown: Error) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  expect(`${error?.message}\n${error?.stack}\n${JSON.stringify(error)}`).not.toContain(WORD);
});

test("it still says which operation it was, and where", async () => {
  const error = await desk.db.draft.create({ data: broken }).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ name: "PrismaClientValidationError" });
  expect((error as Error).message).toContain("draft.create()");
  expect((error as Error).stack).toContain("    at ");
});
