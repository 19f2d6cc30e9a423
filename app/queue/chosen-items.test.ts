import { expect, test } from "vitest";
import { chosenIds, itemOf, reviewedItems } from "./chosen-items.ts";

const ID = "0193b5b0-0000-7000-8000-000000000001";
const OTHER = "0193b5b0-0000-7000-8000-000000000002";

test("a case with its letters comes back as it was shown", () => {
  const shown = {
    row: { id: ID, version: 7 },
    letters: [
      { id: OTHER, version: 2 },
      { id: ID, version: 0 },
    ],
  };
  expect(reviewedItems.parse(itemOf(shown))).toEqual([
    {
      caseId: ID,
      caseVersion: 7,
      letters: [
        { draftId: OTHER, draftVersion: 2 },
        { draftId: ID, draftVersion: 0 },
      ],
    },
  ]);
});

test.each([
  ["nothing", undefined, 0],
  ["one", `${ID}.1`, 1],
  ["several", [`${ID}.1`, `${OTHER}.3`], 2],
])("a form may name %s", (_, value, count) => {
  expect(reviewedItems.parse(value)).toHaveLength(count);
});

test.each([
  ["no version", ID],
  ["a letter without one", `${ID}.1.${OTHER}`],
  ["something else", "'; DROP TABLE"],
  ["a negative version", `${ID}.-1`],
  ["far too many letters", `${ID}.1${`.${OTHER}.1`.repeat(9)}`],
  ["far too many cases", Array.from({ length: 300 }, () => `${ID}.1`)],
  ["a file", [new File([], "x")]],
])("%s is no case of the page", (_, value) => {
  expect(reviewedItems.safeParse(value).success).toBe(false);
});

test("an address names each case once, and what is no id does not hide the others", () => {
  expect(chosenIds.parse([ID, "x", OTHER, ID])).toEqual([ID, OTHER]);
  expect(chosenIds.parse(ID)).toEqual([ID]);
  expect(chosenIds.parse(undefined)).toEqual([]);
});
