import { expect, test } from "vitest";
import { parseSummary } from "./parse-summary.ts";

const ranges = (text: string) =>
  parseSummary(text)
    .summary?.ranges.map(({ min, max }) => `${min}-${max}`)
    .join() ?? null;

test.each([
  ["accept 80,443", "80-80,443-443"],
  ["reject 25,6881-6999", "25-25,6881-6999"],
  ["accept fred,2,3-5", "2-2,3-5"],
  ["accept 2,fred,3", "2-2,3-3"],
  ["reject ,1-10,,,,30-40", "1-10,30-40"],
  ["accept 1-65535", "1-65535"],
  ["accept  +80", "80-80"],
  ["accept -5,80", "80-80"],
])("reads %j as tor does", (text, expected) => {
  expect(ranges(text)).toBe(expected);
});

test.each([
  "",
  "reject",
  "reject ",
  "rejekt 1,2,3",
  "Accept 80",
  "accept fred",
  "accept 0",
  "accept 200-199",
  "accept 2-",
  "accept 2-x",
  "accept 1-,3",
  "accept 2,3x,4",
  "accept 2,3,100000",
  "accept 80-90-100",
])("refuses %j as tor does", (text) => {
  const { summary, problems } = parseSummary(text);
  expect(summary).toBeNull();
  expect(problems.at(-1)?.effect).toBe("refused");
});

test("a skipped entry is told", () => {
  expect(parseSummary("accept fred,80").problems).toMatchObject([{ effect: "ignored" }]);
});
