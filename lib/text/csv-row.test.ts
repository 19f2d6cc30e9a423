import { expect, test } from "vitest";
import { csvRow } from "./csv-row.ts";

test.each([
  ["=1+1"],
  ["+1"],
  ["-1"],
  ["@SUM(A1)"],
  ["|cmd"],
  ["%x"],
  ["\t=1"],
  ["\r=1"],
  ["  =1"],
  ["\n@x"],
  ["＝1"],
  ["－1"],
])("no spreadsheet calculates %j", (text) => {
  expect(csvRow([text])).toBe(`"'${text}"\r\n`);
});

test("plain cells stay as they are, quotes are doubled, numbers are numbers, nothing is empty", () => {
  expect(csvRow(["a@b.example", 'say "x"', "a,b", "", null, -3, 4.5])).toBe(
    `"a@b.example","say ""x""","a,b","","",-3,4.5\r\n`,
  );
});
