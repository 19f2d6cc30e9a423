import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ROW = /^\| (\d+) \| .+ \| .+ \| "(.+)" in `(.+)` \|$/;
const rows = readFileSync("docs/never-lose.md", "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, number, name = "", file = ""] = ROW.exec(line) ?? [];
    return number === undefined ? [] : [{ number: Number(number), name, file }];
  });

test("the table has every trap once", () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 36 }, (_, at) => at + 1));
});

test.each(rows)("trap $number has the test it names, in $file", ({ name, file }) => {
  expect(readFileSync(file, "utf8")).toContain(`"${name}"`);
});
